/*
 * Where a report is written and its answer read. It keeps nothing: no storage, no address, no history. What it asks of the house is the same for everybody, but for a tag that only
 * whoever has the receipt can compute.
 */
import * as voice from './protocol.js'

const at = id => document.getElementById(id), say = document.getElementById('words-of-the-page').dataset
/* A Chinese colon has its blank in itself. */
const zh = document.documentElement.lang.startsWith('zh'), gap = zh ? '' : ' ', none = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' }
const show = (...ids) => { for (const id of ['ways', 'write', 'sent', 'back', 'thread', 'insecure', 'unproven']) at(id).hidden = !ids.includes(id); wrong('') }
const wrong = text => { at('wrong').textContent = text; at('wrong').hidden = !text; if (text) at('wrong').scrollIntoView({ block: 'center' }) }
const element = (tag, text, ...within) => { const made = document.createElement(tag); if (text) made.textContent = text; made.append(...within); return made }
const option = (value, text) => { const made = element('option', text); made.value = value; return made }
const post = (to, ...parts) => fetch(to, { ...none, method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: new Blob(parts) })
/* A file that was taken along: it has no connection, and its own policy lets it make none. */
const offline = 'offline' in document.documentElement.dataset
let directory, places, unticked = [], mine

/* The list of readers, as the log has it; or nothing is sent. */
const meet = async () => {
  const answer = offline ? JSON.parse(await at('list').files[0].text()) : await (await fetch('/voice/readers', none)).json()
  if (offline) {
    at('list-of').textContent = say.listOf
    at('list-key').textContent = answer.given.proof.vkey
  }
  places = answer.places
  directory = await voice.checked(answer.given)
  return directory !== null
}

const channel = () => document.querySelector('[name=channel]:checked')?.value
const about = () => at('about-handler').value ? { handler: at('about-handler').value } : at('about-unit').value ? { unit: at('about-unit').value, leads: at('about-leads').checked } : null
const named = handler => handler.name + ', ' + (zh ? handler.function_zh : handler.function_en)
const chosen = () => channel() ? voice.readers(channel(), about(), unticked, directory, places, at('site').value) : null

/* Those of the channel, whom of them it is about, and where it goes when too few are left. */
const weigh = () => {
  const now = chosen(), list = at('readers')
  list.replaceChildren()
  at('by').textContent = now ? say['by' + now.by[0].toUpperCase() + now.by.slice(1)] : say.noChannel
  at('send').disabled = !now || now.by === 'nobody'
  if (!now) return
  const asked = voice.readers(channel(), null, [], directory, places, at('site').value).handlers.filter(it => it.channel === channel())
  for (const handler of [...asked, ...now.handlers.filter(it => !asked.includes(it))]) {
    const out = voice.kept(about(), handler, places), box = element('input'), line = element('label', '', box, element('span', named(handler) + (out ? ' (' + say.out + ')' : '')))
    box.type = 'checkbox'
    box.value = handler.id
    box.checked = now.handlers.includes(handler)
    box.disabled = out || now.by !== 'channel' && !now.handlers.includes(handler) && !unticked.includes(handler.id)
    line.className = 'choice'
    box.addEventListener('change', () => { unticked = box.checked ? unticked.filter(it => it !== handler.id) : [...unticked, handler.id]; weigh() })
    list.append(line)
  }
}

/* A picture is drawn anew, so that nothing but its points is sent: no place, no hour, no camera. */
const drawnAnew = async file => {
  const picture = await createImageBitmap(file), canvas = document.createElement('canvas')
  for (let most = 1600; most > 200; most *= .7) {
    const by = Math.min(1, most / Math.max(picture.width, picture.height))
    canvas.width = Math.max(1, Math.round(picture.width * by))
    canvas.height = Math.max(1, Math.round(picture.height * by))
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .75))
    if (blob && blob.size < 180000) return voice.base64(new Uint8Array(await blob.arrayBuffer()))
  }
  throw new Error('no picture of this size')
}
const drawn = async image => {
  const canvas = document.createElement('canvas')
  const picture = await createImageBitmap(new Blob([voice.unbase64(image)], { type: 'image/jpeg' }))
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d').drawImage(picture, 0, 0)
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', say.picture)
  return canvas
}

/* Sealed for the readers and for whoever writes, so that they can read it again on another device. */
const send = async (keys, said, handlers) => {
  const sealed = await voice.seal([...handlers.map(it => it.recipient), keys.recipient], said)
  if (offline) {
    download('locked.json', JSON.stringify({ v: 1, tag: await keys.tag(said.n), sealed: voice.base64(sealed) }))
    return voice.hex(await voice.sha256(sealed))
  }
  const answer = await post('/voice/messages', await keys.tag(said.n), sealed), told = await answer.json()
  if (!answer.ok) throw new Error({ 'voice.too-many': say.tooMany, 'voice.tag-taken': say.taken }[told.refused] ?? say.noMessage)
  return told.sha256
}

at('write').addEventListener('submit', async event => {
  event.preventDefault()
  const text = at('text').value.trim(), to = chosen(), via = at('via').value, came = at('came').value
  if (!text) return wrong(say.empty)
  if (!via !== !came) return wrong(say.cameWhen)
  at('send').disabled = true
  at('busy').textContent = say.busy
  try {
    if (!await meet()) return show('unproven')
    let image = null
    try { image = at('image').files[0] ? await drawnAnew(at('image').files[0]) : null } catch { return wrong(say.badImage) }
    const readers = chosen(), same = readers.by === to.by && readers.handlers.map(it => it.id).join() === to.handlers.map(it => it.id).join()
    if (!same || readers.by === 'nobody') { weigh(); return wrong(say.byNobody && readers.by === 'nobody' ? say.byNobody : say.failed) }
    const entropy = voice.drawReceipt(), keys = await voice.keysOf(entropy)
    const said = { v: 1, n: 1, thread: keys.thread, reply: keys.recipient, channel: channel(), category: at('category').value, site: at('site').value, about: about(), to: readers.handlers.map(it => it.id), text }
    if (unticked.length) said.not = unticked
    if (image) said.image = image
    if (via) Object.assign(said, { via, came })
    if (voice.sizeOf(said) + 4 > voice.LARGE) return wrong(say.long)
    at('hash').textContent = await send(keys, said, readers.handlers)
    at('receipt').textContent = await voice.words(entropy, zh)
    at('receipt-other').textContent = await voice.words(entropy, !zh)
    at('for-another').hidden = !via
    at('write').reset()
    unticked = []
    show('sent')
  } catch (failed) {
    wrong(failed instanceof TypeError ? say.failed : failed.message)
  } finally {
    at('busy').textContent = ''
    at('send').disabled = false
  }
})

const download = (name, text) => {
  const link = element('a')
  link.href = 'data:application/json;base64,' + voice.base64(new TextEncoder().encode(text))
  link.download = name
  link.click()
}

/* What was sent with this receipt, each with its proof, and what was answered. */
const gather = async keys => {
  const own = []
  for (let n = 1; ; n++) {
    const tag = await keys.tag(n), given = await (await post('/voice/sent', tag)).json()
    if (!given.sealed) break
    const sealed = voice.unbase64(given.sealed), said = await voice.open(keys.identity, sealed)
    if (!said || said.thread !== keys.thread || said.n !== n) throw new Error(say.missing)
    own.push({ said, given, tag, sealed, day: given.proof ? await voice.delivered(given, tag, sealed) : null })
  }
  const answers = []
  for (const one of (await (await fetch('/voice/answers', none)).json()).answers) {
    const said = await voice.open(keys.identity, voice.unbase64(one))
    if (said && said.thread === keys.thread && !answers.some(it => it.id === said.id)) answers.push(said)
  }
  return { own, answers: answers.sort(voice.inTurn) }
}

const tell = async () => {
  const { own, answers } = await gather(mine.keys), list = at('messages')
  if (!own.length) { mine = null; show('back'); return wrong(say.unknown) }
  mine.own = own
  mine.answers = answers
  list.replaceChildren()
  for (const { said, given, tag, sealed, day } of own) {
    const proof = element('p', day ? say.proven + gap + day : given.proof ? say.missing : say.unprovenYet)
    proof.className = 'hint'
    const card = element('section', '', element('h3', say.you), ...said.text.split('\n').map(it => element('p', it)))
    if (said.image) card.append(await drawn(said.image))
    card.append(proof)
    if (day) {
      const keep = element('button', say.proof)
      keep.type = 'button'
      keep.className = 'btn quiet small'
      keep.addEventListener('click', async () => download('proof-' + said.n + '.json', JSON.stringify({ v: 1, tag, sealed: given.sealed, file_key: await voice.fileKey(mine.keys.identity, sealed), ...given })))
      card.append(keep)
    }
    card.className = 'card'
    list.append(card)
    for (const answer of answers.filter(it => Math.min(it.after, own.length) === said.n)) list.append(answered(answer))
  }
  if (!answers.length) list.append(element('p', say.noAnswer))
  mine.to = kept(own, answers)
  at('on-readers').textContent = (mine.to.by === 'channel' ? say.onReaders : say['by' + mine.to.by[0].toUpperCase() + mine.to.by.slice(1)]) + gap + mine.to.handlers.map(named).join('; ')
  at('again').hidden = own.some(it => it.said.appeal)
  mine.others = others(own, answers)
  at('again-readers').textContent = mine.others.by === 'nobody' ? say.byNobody : mine.others.handlers.map(named).join('; ')
  show('thread')
}
const answered = answer => {
  const who = directory.handlers.find(it => voice.stands(it, [answer.from]))
  const card = element('section', '', element('h3', say.answer + gap + (who ? named(who) : answer.name) + ' (' + answer.day + ')'), ...(answer.moved ? [element('p', say.moved)] : []), ...(answer.step ? [element('p', say['step' + answer.step[0] + answer.step.slice(1).toLowerCase()])] : []),
    ...answer.text.split('\n').map(it => element('p', it)))
  card.className = 'card'
  return card
}
/*
 * Those who have it now: whoever had the first message, or was asked to look at it again, or had it handed on to them, and did not step back since. Never anybody it is about, and nobody
 * who was taken out. Fewer than two of them: whoever would be asked today.
 */
const kept = (own, answers) => {
  const first = own[0].said, base = own.findLast(it => it.said.appeal)?.said ?? first, told = answers.filter(it => Array.isArray(it.to) && it.after >= base.n)
  const now = ids => ids.map(id => directory.handlers.find(it => voice.stands(it, [id]))?.id ?? id)
  const had = now(told.filter(it => it.moved).reduce((last, it) => it.moves > (last?.moves ?? 0) ? it : last, null)?.to ?? base.to)
  const have = told.map(it => now(it.to)).filter(it => it.every(id => had.includes(id))).reduce((left, it) => left.filter(id => it.includes(id)), had)
  const not = (first.not ?? []).map(id => places.handlers[id]?.who ?? id)
  const left = directory.handlers.filter(it => have.includes(it.id) && !places.handlers[it.id]?.gone && !voice.kept(first.about, it, places) && !not.includes(places.handlers[it.id]?.who ?? it.id))
  return new Set(left.map(it => places.handlers[it.id]?.who ?? it.id)).size >= 2 ? { by: 'channel', handlers: left } : base.appeal ? others(own, answers) : voice.readers(first.channel, first.about, first.not ?? [], directory, places, first.site)
}
/* Whoever had it until now looks at it no more. */
const others = (own, answers) => voice.reviewers(own[0].said, answers.filter(it => it.after < (own.findLast(one => one.said.appeal)?.said.n ?? Infinity)).flatMap(it => [it.from, ...(Array.isArray(it.to) ? it.to : [])]), directory, places)

at('back').addEventListener('submit', async event => {
  event.preventDefault()
  try {
    const entropy = await voice.readReceipt(at('words').value)
    if (!entropy) return wrong(say.badReceipt)
    if (!await meet()) return show('unproven')
    mine = { keys: await voice.keysOf(entropy) }
    at('words').value = ''
    await tell()
  } catch (failed) { wrong(failed instanceof TypeError ? say.failed : failed.message) }
})
at('on').addEventListener('submit', async event => {
  event.preventDefault()
  const text = at('more').value.trim(), n = mine.own.length + 1, first = mine.own[0].said
  if (!text) return wrong(say.empty)
  if (mine.to.by === 'nobody') return wrong(say.byNobody)
  const said = { v: 1, n, thread: mine.keys.thread, reply: mine.keys.recipient, channel: first.channel, category: first.category, site: first.site, about: first.about, to: mine.to.handlers.map(it => it.id), text }
  try {
    await send(mine.keys, said, mine.to.handlers)
    at('more').value = ''
    await tell()
  } catch (failed) { wrong(failed instanceof TypeError ? say.failed : failed.message) }
})

/* Others look at what came out, or at why nothing does; they get what was written so far from whoever wrote it. */
at('again').addEventListener('submit', async event => {
  event.preventDefault()
  const text = at('again-text').value.trim(), first = mine.own[0].said, to = mine.others
  if (!text) return wrong(say.empty)
  if (to.by === 'nobody') return wrong(say.byNobody)
  try {
    const messages = await Promise.all(mine.own.map(async it => ({ said: it.said, day: it.given.day, sha256: voice.hex(await voice.sha256(it.sealed)) })))
    const said = { v: 1, n: mine.own.length + 1, thread: mine.keys.thread, reply: mine.keys.recipient, channel: to.by === 'channel' ? 'UNION' : 'COMMITTEE', category: first.category, site: first.site, about: first.about,
      to: to.handlers.map(it => it.id), text, appeal: voice.soFar(messages, mine.answers) }
    if (first.not) said.not = first.not
    if (voice.sizeOf(said) + 4 > voice.LARGE) return wrong(say.long)
    await send(mine.keys, said, to.handlers)
    at('again-text').value = ''
    await tell()
  } catch (failed) { wrong(failed instanceof TypeError ? say.failed : failed.message) }
})

at('to-write').addEventListener('click', () => { show('write'); weigh() })
at('to-back').addEventListener('click', () => { show('back'); at('words').focus() })
for (const id of ['done', 'forget']) at(id).addEventListener('click', () => { mine = null; for (const one of ['receipt', 'receipt-other', 'hash']) at(one).textContent = ''; at('messages').replaceChildren(); show('ways') })
for (const id of ['about-unit', 'about-leads', 'about-handler', 'site']) at(id).addEventListener('change', weigh)
for (const one of document.querySelectorAll('[name=channel]')) one.addEventListener('change', () => { unticked = []; weigh() })

/* What somebody wrote elsewhere in this house and takes along in this tab of their browser: read once, and gone. */
const brought = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem('voice.draft'))
    sessionStorage.removeItem('voice.draft')
    return typeof kept?.text === 'string' && kept.text ? kept : null
  } catch { return null }
}

const fill = () => {
  for (const id of ['about-unit', 'site', 'about-handler']) at(id).replaceChildren(at(id).options[0])
  for (const unit of places.units) at('about-unit').append(option(unit.id, '\u2003'.repeat(unit.path.length - 1) + (zh ? unit.zh : unit.en)))
  for (const unit of places.units.filter(it => it.site)) at('site').append(option(unit.id, zh ? unit.zh : unit.en))
  for (const handler of directory.handlers) at('about-handler').append(option(handler.id, named(handler)))
}

/* Somebody carries what another locked; they cannot open it. */
at('carry')?.addEventListener('submit', async event => {
  event.preventDefault()
  at('carried').textContent = ''
  try {
    const { tag, sealed } = JSON.parse(await at('locked').files[0].text()), answer = await post('/voice/messages', tag, voice.unbase64(sealed)), told = await answer.json()
    if (!answer.ok) return wrong({ 'voice.too-many': say.tooMany, 'voice.tag-taken': say.taken }[told.refused] ?? say.noMessage)
    wrong('')
    at('carried').textContent = say.carried + ' ' + told.sha256
  } catch { wrong(say.noMessage) }
})

if (!window.isSecureContext || !crypto.subtle) show('insecure')
else if (offline) at('list').addEventListener('change', async () => {
  if (!await meet().catch(() => false)) return show('unproven')
  fill()
  show('write')
  weigh()
})
else if (!await meet().catch(() => false)) show('unproven')
else {
  fill()
  show('ways')
  /* The site of a poster stands behind the mark of the address, which no browser sends. */
  const site = location.hash.match(/^#site=([0-9a-f-]{36})$/)?.[1]
  if (site && [...at('site').options].some(it => it.value === site)) at('site').value = site
  if (site) history.replaceState(null, '', location.pathname + location.search)
  const draft = brought()
  if (draft) {
    at('text').value = draft.text
    if ([...at('category').options].some(it => it.value === draft.category)) at('category').value = draft.category
    show('write')
    weigh()
  }
}
