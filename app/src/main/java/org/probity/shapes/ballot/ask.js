/*
 * Asks for the tokens of every open round, silently: whatever somebody will do with them, they were asked for like everybody's. What this browser asked last stands
 * in it, so that it asks again when another round is open or somebody else is here, and loads nothing for it otherwise; an answer that does not come is asked for on
 * the next page; a key that is not everybody's is said aloud.
 */
const ASKED = 'ballot.asked'
const form = document.getElementById('ballot')
const once = JSON.stringify({ once: form?.dataset.once })

if (form && localStorage.getItem(ASKED) !== once) {
  const { ask, NotEverybodysKey } = await import('/ballot/blind.js')
  ask(form.getAttribute('action'), form.elements._csrf.value).then(() => localStorage.setItem(ASKED, once)).catch(error => {
    if (error instanceof NotEverybodysKey) document.getElementById('ballot-key').hidden = false
    else console.warn(error)
  })
}
