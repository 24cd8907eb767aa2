/*
 * The board in a browser: fetched whole, shown as plain text, written to with tokens and without a cookie. What somebody is called in a thread is a key derived from a
 * secret of this browser and the thread's number: known again within the thread, and nowhere else.
 */
import { here, left, spend, encode, decode } from '/ballot/blind.js'

const $ = id => document.getElementById(id)
const said = Object.fromEntries(($('words')?.content.textContent ?? '').split('\n').filter(it => it.includes('=')).map(it => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)]))
const t = (key, ...args) => (said[key] ?? key).replace(/\[(\d)\]/g, (_, at) => args[at])
const zh = document.documentElement.lang.startsWith('zh')
const bytes = text => new TextEncoder().encode(text)
const hex = array => Array.from(array, it => it.toString(16).padStart(2, '0')).join('')
const sha256 = async data => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', data)))
const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more })
const SEED = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20])
const SENT = 'community.sent'

let month = null, mine = null, board = null

const outside = (address, body) => fetch(address, { method: body ? 'POST' : 'GET', body, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' })
const secret = () => {
  const name = 'community.secret.' + mine.who
  if (!localStorage.getItem(name)) localStorage.setItem(name, encode(crypto.getRandomValues(new Uint8Array(32))))
  return decode(localStorage.getItem(name))
}

/* The pseudonym of a thread: an Ed25519 key whose seed is HMAC-SHA-256 of the thread's number under this browser's secret. */
const pseudonym = async thread => {
  const mac = await crypto.subtle.importKey('raw', secret(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const seed = new Uint8Array(await crypto.subtle.sign('HMAC', mac, bytes('thread ' + thread)))
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from([...SEED, ...seed]), 'Ed25519', true, ['sign'])
  return { author: (await crypto.subtle.exportKey('jwk', key)).x, sign: async words => encode(new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes(words)))) }
}

const holder = round => here(round === month ? 'community' : 'community-voice', round)?.holder ?? here('community-solved', round)?.holder
const tokensLeft = round => { const one = round && holder(round); return one ? left(round, one) : 0 }
const nextToken = round => JSON.parse(localStorage.getItem('ballot.' + round + '.' + holder(round))).tokens[0]

const tell = (text, wrong = false) => {
  $('wrong').hidden = !wrong; $('said').hidden = wrong
  $(wrong ? 'wrong' : 'said').textContent = text
  $(wrong ? 'wrong' : 'said').scrollIntoView({ block: 'nearest' })
}
const pay = async (address, round, fields) => {
  try {
    if (!tokensLeft(round)) return tell(t('no-token'), true), false
    const answer = await spend(address, round, holder(round), fields)
    if (answer.ok) return true
    const { refused } = await answer.json()
    tell(t('refused.' + refused), true)
  } catch { tell(t('failed'), true) }
  return false
}

const post = async (thread, sort, unit, text) => {
  if (!text.trim()) return tell(t('refused.community.text-missing'), true), false
  if (!tokensLeft(month)) return tell(t('no-token'), true), false
  const { author, sign } = await pseudonym(thread), id = crypto.randomUUID()
  const token = await sha256(decode(nextToken(month).message))
  const signed = await sign(['community post 1', thread, id, sort, unit, token, await sha256(bytes(text))].join('\n'))
  if (!await pay('/community/posts', month, { post: id, thread, sort, unit, text, author, signed })) return false
  tell(t('tomorrow'))
  return true
}

const noted = () => JSON.parse(localStorage.getItem(SENT) ?? '[]')
const note = what => localStorage.setItem(SENT, JSON.stringify([...noted(), what].slice(-500)))

const passOn = text => {
  sessionStorage.setItem('voice.draft', JSON.stringify({ text, category: '' }))
  location.href = '/voice?lang=' + (zh ? 'zh' : 'en')
}

const called = (author, own) => t('voice', author.slice(0, 4).toUpperCase()) + (own ? ' · ' + t('you') : '')

const shownPost = async (one, own) => {
  const box = element('div', '')
  box.append(element('p', called(one.author, own) + ' · ' + one.day, { className: 'hint' }))
  if (!one.hidden) {
    for (const line of one.text.split(/\n+/)) box.append(element('p', line))
    return box
  }
  box.append(element('p', t('hidden', one.hidden.map(it => t('reason.' + it)).join(zh ? '、' : ', '))))
  if (own && one.mayAppeal) {
    const form = element('form', '', { className: 'ask' }), label = element('label', t('appeal')), area = element('textarea', '', { rows: 3, id: 'appeal-' + one.id })
    label.htmlFor = area.id
    const field = element('div', '', { className: 'field' })
    field.append(label, area)
    form.append(field, element('button', t('send'), { className: 'btn quiet' }))
    form.onsubmit = async event => {
      event.preventDefault()
      const { sign } = await pseudonym(one.thread)
      const answer = await outside('/community/appeals', new URLSearchParams({ post: one.id, text: area.value, signed: await sign(['community appeal 1', one.id, await sha256(bytes(area.value))].join('\n')) }))
      if (answer.ok) { tell(t('appealed')); form.remove() } else tell(t('refused.' + (await answer.json()).refused), true)
    }
    box.append(form)
  }
  return box
}

const shownThread = async it => {
  const { author } = mine?.who ? await pseudonym(it.id) : { author: '' }
  const card = element('article', '', { className: 'card' }), place = (zh ? it.zh : it.en) || t('house')
  card.dataset.thread = it.id
  card.append(element('h3', t('sort.' + it.sort) + ' · ' + place))
  const late = it.due && it.due < board.today
  card.append(element('p', t('state.' + it.state) + (it.reopened && it.state === 'OPEN' ? ' · ' + t('reopened') : '') + ' · ' + t(it.voices === 1 ? 'voice-one' : 'voices', it.voices) + (it.due ? ' · ' + t(late ? 'late' : 'due', it.due) : ''), { className: 'hint' }))
  const [first, ...replies] = it.posts
  card.append(await shownPost({ ...first, thread: it.id }, first.author === author))
  for (const step of it.steps) {
    card.append(element('h4', t('step.' + step.what)), element('p', step.day, { className: 'hint' }))
    for (const line of step.text.split(/\n+/)) if (line) card.append(element('p', line))
    if (step.what === 'REFERRED' && first.author === author && first.text) {
      const on = element('button', t('pass-on'), { type: 'button', className: 'btn' })
      on.onclick = () => passOn(first.text)
      card.append(on)
    }
  }
  for (const one of it.measures) card.append(element('p', t('measure', one.what, t('m.' + one.state), one.due) + (one.result ? ' — ' + one.result : '')))
  if (it.yes + it.no > 0) card.append(element('p', t('tally', it.yes, it.no), { className: 'hint' }))
  const acts = element('div', '', { className: 'acts' }), judge = element('div', '', { className: 'acts' })
  if (it.voiceRound && tokensLeft(it.voiceRound)) {
    const yes = element('button', t('support'), { type: 'button', className: 'btn quiet' })
    yes.onclick = async () => { if (await pay('/community/voices', it.voiceRound, {})) { note('v' + it.id + ' ' + board.today); yes.replaceWith(element('span', t('supported'), { className: 'hint' })) } }
    acts.append(yes)
    card.append(acts)
  } else {
    const own = noted().find(one => one.split(' ')[0] === 'v' + it.id)
    if (own) card.append(element('p', t(own.split(' ')[1] === board.today ? 'supported' : 'supported-before'), { className: 'hint' }))
  }
  if (it.judgeRound && tokensLeft(it.judgeRound)) {
    const ask = element('p', t('solved-ask', it.judgeUntil))
    card.append(ask)
    for (const solved of [true, false]) {
      const one = element('button', t(solved ? 'yes' : 'no'), { type: 'button', className: 'btn quiet' })
      one.onclick = async () => { if (await pay('/community/judgements', it.judgeRound, { solved })) { judge.remove(); ask.textContent = t('judged') } }
      judge.append(one)
    }
    card.append(judge)
  }
  const more = element('details', ''), form = element('form', '', { className: 'ask' })
  more.append(element('summary', t('replies', replies.length)))
  for (const one of replies) more.append(await shownPost({ ...one, thread: it.id }, one.author === author))
  if (mine?.who) {
    const field = element('div', '', { className: 'field' }), label = element('label', t('reply')), area = element('textarea', '', { rows: 3, id: 'reply-' + it.id })
    label.htmlFor = area.id
    field.append(label, area)
    form.append(field, element('button', t('send'), { className: 'btn quiet' }))
    form.onsubmit = async event => { event.preventDefault(); if (await post(it.id, '', '', area.value)) area.value = '' }
    more.append(form)
  }
  card.append(more)
  return card
}

const show = async () => {
  month = (await (await outside('/community/month')).json()).round ?? null
  mine = month && here('community', month)
  if (!mine) { $('no-word').hidden = false; return }
  const answer = await outside('/community/board', new URLSearchParams({ word: mine.word }))
  if (!answer.ok) { $('no-word').hidden = false; return }
  board = await answer.json()
  $('begin').hidden = $('shown').hidden = false
  $('left').textContent = t('left', tokensLeft(month))
  for (const it of board.places) $('unit').append(element('option', zh ? it.zh : it.en, { value: it.unit }))
  const cards = []
  for (const it of board.threads) cards.push(await shownThread(it))
  $('threads').replaceChildren(...(cards.length ? cards : [element('p', t('none'), { className: 'hint' })]))
}

if ($('new')) {
  $('new').onsubmit = async event => {
    event.preventDefault()
    const sort = $('new').querySelector('input[name=sort]:checked')?.value
    if (!sort) return tell(t('refused.community.sort-unknown'), true)
    $('send').disabled = true
    if (await post(crypto.randomUUID(), sort, $('unit').value, $('text').value)) { $('text').value = ''; $('begin').open = false }
    $('left').textContent = t('left', tokensLeft(month))
    $('send').disabled = false
  }
  $('complaint').onclick = () => passOn($('text').value)
  show().catch(() => tell(t('failed'), true))
}
