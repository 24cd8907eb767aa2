/*
 * Asks for the tokens of every open round, silently: whatever somebody will do with them, they were asked for like everybody's. A window asks once a day for a
 * person; an answer that does not come is asked for on the next page; a key that is not everybody's is said aloud.
 */
import { ask, NotEverybodysKey } from './blind.js'

const ASKED = 'ballot.asked'
const form = document.getElementById('ballot')
if (form && sessionStorage.getItem(ASKED) !== form.dataset.once) {
  ask(form.getAttribute('action'), form.elements._csrf.value).then(() => sessionStorage.setItem(ASKED, form.dataset.once)).catch(error => {
    if (error instanceof NotEverybodysKey) document.getElementById('ballot-key').hidden = false
    else console.warn(error)
  })
}
