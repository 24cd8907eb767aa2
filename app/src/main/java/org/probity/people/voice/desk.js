/*
 * The desk of a handler. Words open their key in this page and nowhere else; with it each message is tried. Ten minutes without a touch, and all of it is gone.
 */
import * as voice from './protocol.js'
import * as again from './again.js'

const at = id => document.getElementById(id), unlock = at('unlock'), say = at('words-of-the-page').dataset, IDLE = 600000, FILE_MOST = 180000
/* A Chinese colon has its blank in itself. */
const gap = document.documentElement.lang.startsWith('zh') ? '' : ' '
const wrong = text => { at('wrong').textContent = text; at('wrong').hidden = !text }
const element = (tag, text) => { const made = document.createElement(tag); made.textContent = text; return made }
const refusals = { 'voice.opened-already': say.openedAlready, 'voice.step-wrong': say.stepWrong, 'voice.outcome-missing': say.outcomeMissing, 'voice.not-reader': say.notReader, 'voice.follow-up-early': say.early, 'voice.because-missing': say.because, 'voice.notes-full': say.full, 'voice.team-thin': say.thin, 'voice.stepped-back-there': say.thin, 'voice.review-own': say.reviewOwn, 'voice.reviewed-already': say.reviewedAlready, 'voice.keepers-wrong': say.shareThree, 'voice.not-asked-of-you': say.shareGiven, 'voice.passkeys-full': say.passkeysFull }
const post = async (to, fields) => {
  const answer = await fetch(to, { method: 'POST', body: new URLSearchParams({ _csrf: unlock.elements._csrf.value, ...fields }) })
  if (!answer.ok) throw new Error(refusals[(await answer.json().catch(() => ({}))).refused] ?? say.failed)
}
let identities = [], mine = [], directory, places, idle

const opened = async sealed => {
  for (const identity of identities) {
    const said = await voice.open(identity, voice.unbase64(sealed))
    if (said) return said
  }
  return null
}

const said = it => it && it.v === 1 && typeof it.thread === 'string' && Number.isInteger(it.n) && typeof it.text === 'string'

const look = async () => {
  const answer = await (await fetch('/voice/readers', { credentials: 'omit' })).json()
  directory = await voice.checked(answer.given)
  places = answer.places
}

/*
 * Messages of one thread, in their order. One that names another's thread without its secret is none of it; one that came twice is shown once. Whoever comes to a thread later has what
 * was written before from the one who handed it on, or from whoever reported and asks others to look at it.
 */
const gather = async () => {
  const board = await (await fetch('/app/voice/board')).json(), threads = new Map()
  await look()
  const thread = id => { if (!threads.has(id)) threads.set(id, { messages: [], answers: [], notes: [] }); return threads.get(id) }
  const before = (id, told, through) => {
    if (!told || !Array.isArray(told.messages) || !Array.isArray(told.answers)) return
    for (const it of told.messages) if (said(it?.said) && it.said.thread === id) thread(id).messages.push({ said: it.said, day: String(it.day), sha256: String(it.sha256), opened: true, through })
    for (const it of told.answers) if (it?.thread === id && typeof it.text === 'string' && !thread(id).answers.some(one => one.id === it.id)) thread(id).answers.push(it)
  }
  for (const message of board.messages) {
    const it = await opened(message.sealed)
    if (!said(it)) continue
    thread(it.thread).messages.push({ ...message, said: it })
    before(it.thread, it.appeal, say.throughWriter)
  }
  for (const one of board.notes) {
    const it = await opened(one.sealed)
    if (it?.note !== true || typeof it.thread !== 'string' || typeof it.text !== 'string') continue
    thread(it.thread).notes.push({ ...it, day: one.day, card: one.card })
    if (!thread(it.thread).messages.some(known => known.said.n === 1)) before(it.thread, it.handed, it.name)
  }
  for (const one of board.answers) {
    const it = await opened(one), of = it && threads.get(it.thread)
    if (of && !of.answers.some(known => known.id === it.id)) of.answers.push(it)
  }
  for (const it of threads.values()) {
    it.messages.sort((one, other) => one.said.n - other.said.n || one.day.localeCompare(other.day))
    it.answers.sort(voice.inTurn)
    it.first = it.messages.find(one => one.said.appeal) ?? it.messages.find(one => one.said.n === 1)
    it.last = it.messages.findLast(one => one.said.reply === it.first?.said.reply)?.said.n
    it.card = it.first && board.cards.find(one => one.message === it.first.sha256)
    it.notes = it.notes.filter(one => one.card === it.card?.id)
    it.to = it.notes.findLast(one => Array.isArray(one.to))?.to ?? it.first?.said.to
  }
  return { today: board.today, threads: [...threads.values()].filter(it => it.first && (it.card || !it.first.through)) }
}

const drawn = async image => {
  const canvas = document.createElement('canvas'), picture = await createImageBitmap(new Blob([voice.unbase64(image)], { type: 'image/jpeg' }))
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d').drawImage(picture, 0, 0)
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', say.picture)
  return canvas
}

/* A file of the team: saved, never opened here. */
const kept = note => {
  const link = element('a', typeof note.called === 'string' ? note.called : say.note)
  link.href = URL.createObjectURL(new Blob([voice.unbase64(note.file)], { type: 'application/octet-stream' }))
  link.download = link.textContent
  return link
}

const tell = async () => {
  const { today, threads } = await gather(), list = at('threads')
  list.replaceChildren()
  if (!threads.length) list.append(element('p', say.none))
  for (const thread of threads) {
    const first = { ...thread.first.said, to: thread.to }, shown = at('thread').content.cloneNode(true).firstElementChild, [title, hint, body] = shown.children
    title.textContent = thread.card ? thread.card.number : say.report
    hint.textContent = say.received + ': ' + thread.first.day + '. ' + say.readers + ': ' + first.to.map(id => directory?.handlers.find(it => voice.stands(it, [id]))?.name ?? id.slice(0, 8)).join(', ')
    if (first.via) body.append(element('p', say.other + ' ' + (say['via' + first.via[0] + first.via.slice(1).toLowerCase()] ?? '') + ' (' + first.came + '). ' + say.weaker))
    for (const { said, day, opened: seen, sha256, through } of thread.messages) {
      body.append(element('h4', say.written + ' (' + day + ')' + (through ? '. ' + say.through + ' ' + through : '')), ...said.text.split('\n').map(it => element('p', it)))
      if (said.appeal) body.append(element('p', say.again))
      if (said.reply !== first.reply) body.append(element('p', say.forged))
      if (typeof said.image === 'string') body.append(await drawn(said.image).catch(() => element('p', say.forged)))
      if (thread.card && sha256 !== thread.first.sha256 && !seen) post('/app/voice/messages/' + sha256 + '/aside', { later: 'true' }).catch(() => {})
      for (const answer of thread.answers.filter(it => it.after === said.n)) body.append(element('h4', say.answered + gap + answer.name + ' (' + answer.day + ')'), ...answer.text.split('\n').map(it => element('p', it)))
    }
    for (const note of thread.notes) {
      body.append(element('h4', say.note + gap + note.name + ' (' + note.day + ')'), ...note.text.split('\n').map(it => element('p', it)))
      if (typeof note.file === 'string') body.append(kept(note))
    }
    const part = what => shown.querySelector('[data-what=' + what + ']')
    const form = shown.querySelector('form'), [open, nothing] = shown.querySelectorAll('[data-what=open], [data-what=nothing]')
    form.hidden = part('team').hidden = !thread.card
    part('heard').hidden = !thread.card?.hears
    form.querySelector('[value=ASKED]').hidden = !thread.card?.asks
    open.hidden = nothing.hidden = !!thread.card || thread.first.opened
    const act = async (what, then) => { try { wrong(''); await what(); await then() } catch (failed) { wrong(failed instanceof TypeError ? say.failed : failed.message) } }
    open.addEventListener('click', () => act(() => post('/app/voice/cards', { message: thread.first.sha256, channel: first.channel, category: first.category, via: first.via ?? 'WEB', came: first.came ?? '', site: first.site ?? '', team: first.to.join(),
      of: first.appeal ? thread.messages.find(it => it.said.n === 1)?.sha256 ?? '' : '' }), tell))
    nothing.addEventListener('click', () => act(() => post('/app/voice/messages/' + thread.first.sha256 + '/aside', {}), tell))
    const those = () => {
      if (!directory) throw new Error(say.unproven)
      const team = directory.handlers.filter(it => voice.stands(it, first.to) && !voice.stands(it, thread.card.out))
      return { team, me: team.find(it => mine.includes(it.id)) }
    }
    form.elements.step.addEventListener('change', () => { if (form.elements.step.value === 'ASKED' && !form.elements.text.value.trim()) form.elements.text.value = say.question })
    part('note').addEventListener('submit', event => {
      event.preventDefault()
      const note = event.target
      act(async () => {
        const { team, me } = those(), file = note.elements.file.files[0], text = note.elements.text.value.trim()
        if (!text && !file) throw new Error(say.empty)
        if (!me) throw new Error(say.notReader)
        if (file && file.size > FILE_MOST) throw new Error(say.large)
        const said = { v: 1, note: true, id: voice.hex(crypto.getRandomValues(new Uint8Array(16))), thread: first.thread, from: me.id, name: me.name, text }
        if (file) Object.assign(said, { file: voice.base64(new Uint8Array(await file.arrayBuffer())), called: file.name })
        if (voice.sizeOf(said) + 4 > voice.LARGE) throw new Error(say.large)
        await post('/app/voice/cards/' + thread.card.id + '/notes', { sealed: voice.base64(await voice.seal(team.map(it => it.recipient), said)) })
      }, tell)
    })
    part('on').addEventListener('submit', event => {
      event.preventDefault()
      const on = event.target
      act(async () => {
        const { team, me } = those(), text = on.elements.text.value.trim(), channel = on.elements.channel.value
        if (!text) throw new Error(say.empty)
        if (!me) throw new Error(say.notReader)
        const next = voice.readers(channel, first.about, [...(first.not ?? []), ...thread.card.out], directory, places, first.site).handlers
        if (!next.length) throw new Error(say.thin)
        const common = { v: 1, thread: first.thread, from: me.id, name: me.name, text, to: next.map(it => it.id) }, drawnId = () => voice.hex(crypto.getRandomValues(new Uint8Array(16)))
        const answer = { ...common, id: drawnId(), step: '', outcome: '', day: today, after: thread.last, no: thread.answers.length + 1, moved: channel, moves: thread.answers.filter(it => it.moved).length + 1 }
        const history = { ...common, id: drawnId(), note: true, handed: voice.soFar(thread.messages, [...thread.answers, answer]) }
        if (voice.sizeOf(history) + 4 > voice.LARGE) throw new Error(say.large)
        await post('/app/voice/cards/' + thread.card.id + '/handing-on', { channel, team: common.to.join(), history: voice.base64(await voice.seal(next.map(it => it.recipient), history)),
          sealed: voice.base64(await voice.seal([...new Set([first.reply, ...next.map(it => it.recipient), ...team.map(it => it.recipient)])], answer)) })
      }, async () => location.reload())
    })
    part('back').addEventListener('submit', event => {
      event.preventDefault()
      const because = event.target.elements.because.value
      act(() => post('/app/voice/cards/' + thread.card.id + '/recusal', { because }), async () => location.reload())
    })
    part('heard').addEventListener('submit', event => {
      event.preventDefault()
      const result = event.target.elements.result.value
      act(() => post('/app/voice/cards/' + thread.card.id + '/heard', { result }), tell)
    })
    form.addEventListener('submit', event => {
      event.preventDefault()
      act(async () => {
        const text = form.elements.text.value.trim(), { team, me } = those()
        if (!text) throw new Error(say.empty)
        if (!me) throw new Error(say.notReader)
        const said = { v: 1, id: voice.hex(crypto.getRandomValues(new Uint8Array(16))), thread: first.thread, from: me.id, name: me.name, step: form.elements.step.value, outcome: form.elements.outcome.value, day: today,
          after: thread.last, no: thread.answers.length + 1, to: team.map(it => it.id), text }
        const sealed = await voice.seal([first.reply, ...team.map(it => it.recipient)], said)
        await post('/app/voice/cards/' + thread.card.id + '/answers', { sealed: voice.base64(sealed), step: said.step, outcome: said.outcome })
      }, tell)
    })
    list.append(shown)
  }
  at('board').hidden = false
  unlock.hidden = true
}

const stay = () => { clearTimeout(idle); idle = setTimeout(() => location.reload(), IDLE) }
const pairs = text => text.split(',').filter(it => it).map(it => it.split(' '))
/* With their keys open: messages, then what came back, what is asked of them, and how they come to their keys again. */
const begin = async phrase => {
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, stay)
  stay()
  try {
    await look()
    mine = [...new Set([...mine, ...(directory?.handlers ?? []).filter(it => pairs(unlock.dataset.keys).some(([id]) => id === it.id)).map(it => it.id)])]
    const desk = { identities, mine, directory, places, opened, post, act: async what => { try { wrong(''); await what() } catch (failed) { wrong(failed instanceof TypeError ? say.failed : failed.message) } } }
    const shares = await again.comeBack(desk, phrase)
    await tell()
    again.show(desk, shares)
  } catch { wrong(say.failed) }
}
unlock.addEventListener('submit', async event => {
  event.preventDefault()
  at('busy').textContent = say.busy
  const phrase = unlock.elements.phrase.value
  for (const [id, wrapped] of pairs(unlock.dataset.keys)) {
    const own = await voice.unwrap(wrapped, phrase)
    if (own) { identities.push(...own); mine.push(id) }
  }
  at('busy').textContent = ''
  if (!identities.length) return wrong(say.wrongPhrase)
  wrong('')
  unlock.elements.phrase.value = ''
  await begin(phrase)
})
at('by-passkey').hidden = !unlock.dataset.passkeys || !again.possible()
at('by-passkey').addEventListener('click', async () => {
  wrong('')
  const all = pairs(unlock.dataset.passkeys), key = await again.given(all.map(([credential]) => credential)).catch(() => null)
  for (const [credential, wrapped] of key ? all : []) if (credential === key.credential) identities.push(...await voice.unwrapBy(key.secret, wrapped) ?? [])
  if (!identities.length) return wrong(say.passkeyFailed)
  await begin(null)
})
at('lock').addEventListener('click', () => location.reload())
