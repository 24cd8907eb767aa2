/*
 * The desk of a handler. Words open their key in this page and nowhere else; with it each message is tried. Ten minutes without a touch, and all of it is gone.
 */
import * as voice from './protocol.js'

const at = id => document.getElementById(id), unlock = at('unlock'), say = at('words-of-the-page').dataset, IDLE = 600000, FILE_MOST = 180000
const wrong = text => { at('wrong').textContent = text; at('wrong').hidden = !text }
const element = (tag, text) => { const made = document.createElement(tag); made.textContent = text; return made }
const refusals = { 'voice.opened-already': say.openedAlready, 'voice.step-wrong': say.stepWrong, 'voice.outcome-missing': say.outcomeMissing, 'voice.not-reader': say.notReader, 'voice.follow-up-early': say.early, 'voice.because-missing': say.because, 'voice.notes-full': say.full }
const post = async (to, fields) => {
  const answer = await fetch(to, { method: 'POST', body: new URLSearchParams({ _csrf: unlock.elements._csrf.value, ...fields }) })
  if (!answer.ok) throw new Error(refusals[(await answer.json().catch(() => ({}))).refused] ?? say.failed)
}
let identities = [], mine = [], directory, idle

const opened = async sealed => {
  for (const identity of identities) {
    const said = await voice.open(identity, voice.unbase64(sealed))
    if (said) return said
  }
  return null
}

/* Messages of one thread, in their order. One that names another's thread without its secret is none of it; one that came twice is shown once. */
const gather = async () => {
  const board = await (await fetch('/app/voice/board')).json(), given = (await (await fetch('/voice/readers', { credentials: 'omit' })).json()).given, threads = new Map()
  directory = await voice.checked(given)
  for (const message of board.messages) {
    const said = await opened(message.sealed)
    if (!said || said.v !== 1 || typeof said.thread !== 'string' || !Number.isInteger(said.n) || typeof said.text !== 'string') continue
    const thread = threads.get(said.thread) ?? { messages: [], answers: [] }
    thread.messages.push({ ...message, said })
    threads.set(said.thread, thread)
  }
  for (const one of board.answers) {
    const said = await opened(one), thread = said && threads.get(said.thread)
    if (thread && !thread.answers.some(it => it.id === said.id)) thread.answers.push(said)
  }
  for (const thread of threads.values()) {
    thread.messages.sort((one, other) => one.said.n - other.said.n || one.day.localeCompare(other.day))
    thread.first = thread.messages.find(it => it.said.n === 1)
    thread.card = thread.first && board.cards.find(it => it.message === thread.first.sha256)
    thread.notes = []
    for (const note of board.notes.filter(it => it.card === thread.card?.id)) {
      const said = await opened(note.sealed)
      if (said && said.thread === thread.first.said.thread && said.note === true && typeof said.text === 'string') thread.notes.push({ ...said, day: note.day })
    }
  }
  return { today: board.today, threads: [...threads.values()].filter(it => it.first) }
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
    const first = thread.first.said, shown = at('thread').content.cloneNode(true).firstElementChild, [title, hint, body] = shown.children
    title.textContent = thread.card ? thread.card.number : say.report
    hint.textContent = say.received + ': ' + thread.first.day + '. ' + say.readers + ': ' + first.to.map(id => directory?.handlers.find(it => it.id === id)?.name ?? id.slice(0, 8)).join(', ')
    for (const { said, day, opened: seen, sha256 } of thread.messages) {
      body.append(element('h4', say.written + ' (' + day + ')'), ...said.text.split('\n').map(it => element('p', it)))
      if (said.reply !== first.reply) body.append(element('p', say.forged))
      if (typeof said.image === 'string') body.append(await drawn(said.image).catch(() => element('p', say.forged)))
      if (thread.card && said.n > 1 && !seen) post('/app/voice/messages/' + sha256 + '/aside', { later: 'true' }).catch(() => {})
      for (const answer of thread.answers.filter(it => it.after === said.n)) body.append(element('h4', say.answered + ' ' + answer.name + ' (' + answer.day + ')'), ...answer.text.split('\n').map(it => element('p', it)))
    }
    for (const note of thread.notes) {
      body.append(element('h4', say.note + ' ' + note.name + ' (' + note.day + ')'), ...note.text.split('\n').map(it => element('p', it)))
      if (typeof note.file === 'string') body.append(kept(note))
    }
    const part = what => shown.querySelector('[data-what=' + what + ']')
    const form = shown.querySelector('form'), [open, nothing] = shown.querySelectorAll('[data-what=open], [data-what=nothing]')
    form.hidden = part('team').hidden = !thread.card
    part('heard').hidden = !thread.card?.hears
    form.querySelector('[value=ASKED]').hidden = !thread.card?.asks
    open.hidden = nothing.hidden = !!thread.card || thread.first.opened
    const act = async (what, then) => { try { wrong(''); await what(); await then() } catch (failed) { wrong(failed instanceof TypeError ? say.failed : failed.message) } }
    open.addEventListener('click', () => act(() => post('/app/voice/cards', { message: thread.first.sha256, channel: first.channel, category: first.category, site: first.site ?? '', team: first.to.join() }), tell))
    nothing.addEventListener('click', () => act(() => post('/app/voice/messages/' + thread.first.sha256 + '/aside', {}), tell))
    const those = () => {
      if (!directory) throw new Error(say.unproven)
      const team = directory.handlers.filter(it => first.to.includes(it.id) && !thread.card.out.includes(it.id))
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
          after: thread.messages.at(-1).said.n, to: team.map(it => it.id), text }
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
unlock.addEventListener('submit', async event => {
  event.preventDefault()
  at('busy').textContent = say.busy
  for (const [id, wrapped] of unlock.dataset.keys.split(',').map(it => it.split(' '))) {
    const identity = await voice.unwrap(wrapped, unlock.elements.phrase.value)
    if (identity) { identities.push(identity); mine.push(id) }
  }
  at('busy').textContent = ''
  if (!identities.length) return wrong(say.wrongPhrase)
  wrong('')
  unlock.elements.phrase.value = ''
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, stay)
  stay()
  await tell().catch(() => wrong(say.failed))
})
at('lock').addEventListener('click', () => location.reload())
