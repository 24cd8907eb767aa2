/*
 * Sends the answers of a questionnaire with a token and without a cookie. What a browser notes is that it has answered. The hash under
 * which its ballot is found in the list is shown once and kept nowhere: whoever has the tables and looks into this device would read the answers by it.
 */
import { ask, here, left, spend, encode } from '/ballot/blind.js'

const $ = id => document.getElementById(id)
const said = Object.fromEntries($('words').content.textContent.split('\n').filter(it => it.includes('=')).map(it => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)]))
const form = $('ballot-form'), { survey, round, place } = form.dataset, items = form.dataset.items.split(' ')
const SENT = 'survey.sent.' + round

const tell = text => {
  $('wrong').hidden = false
  $('wrong').textContent = text
  $('wrong').scrollIntoView({ block: 'center' })
}
const done = (words, sheet) => {
  form.hidden = true
  $('wrong').hidden = true
  $('said').hidden = false
  $('said-words').textContent = words
  $('sheet').textContent = sheet
  $('sheet-kept').hidden = !sheet
  $('said').scrollIntoView({ block: 'center' })
}

/* Whoever was asked today before the round began asks once more here; two that ask at once wait for each other. */
const holder = async () => {
  const tokens = $('ballot'), mine = here('survey', round)
  if (tokens && !(mine && left(round, mine.holder))) await ask(tokens.getAttribute('action'), tokens.elements._csrf.value)
  return here('survey', round)?.holder ?? null
}

const begin = async () => {
  const mine = await holder()
  const sent = mine && localStorage.getItem(SENT + '.' + mine)
  if (sent) return done(said['sent-before'], '')
  if (!mine || !left(round, mine)) { form.hidden = true; tell(said['no-token']) }
}

form.onsubmit = async event => {
  event.preventDefault()
  const answers = new FormData(form), missing = items.find(it => !answers.get(it))
  if (missing) {
    tell(said['left-out'])
    const at = $(missing)
    at.scrollIntoView({ block: 'center' })
    at.querySelector('input').focus({ preventScroll: true })
    return
  }
  $('send').disabled = true
  try {
    const mine = await holder(), word = crypto.getRandomValues(new Uint8Array(32))
    if (!mine || !left(round, mine)) return tell(said['no-token'])
    const fields = { survey, place, word: encode(word), remark: answers.get('remark') }
    for (const it of items) fields[it] = answers.get(it)
    const answer = await spend('/survey/ballots', round, mine, fields), told = await answer.json()
    if (!answer.ok) return tell(said['refused.' + told.refused] ?? said.failed)
    localStorage.setItem(SENT + '.' + mine, 'sent')
    form.reset()
    done(said.sent, told.sheet)
  } catch {
    tell(said.failed)
  } finally {
    $('send').disabled = false
  }
}

begin().catch(() => tell(said.failed))
