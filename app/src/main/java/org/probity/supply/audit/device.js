/*
 * Answers and photos of an audit, kept on the device until there is a network. Without this file the page is a form like any other.
 *
 * What is kept: the page as it was opened, with its style and scripts (Cache), and what was not sent yet (IndexedDB). What was sent is deleted
 * here. Everything is kept under the account it belongs to; signing out deletes all of it, and what is older than 14 days goes by itself.
 */
(() => {
  const bar = document.querySelector('.device')
  const form = document.querySelector('form.checklist')
  if (!bar || !form || !window.indexedDB || !window.caches || !navigator.serviceWorker) return
  const { audit, person } = bar.dataset
  const KEEP_DAYS = 14, LONGEST_SIDE = 1600, page = location.pathname, cacheName = 'probity-audit'
  let sending = false, timer = {}

  const open = () => new Promise((done, fail) => {
    const request = indexedDB.open('probity-audit', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('item', { keyPath: 'id' })
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
  const store = async (mode, act) => {
    const db = await open()
    try {
      return await new Promise((done, fail) => {
        const transaction = db.transaction('item', mode), request = act(transaction.objectStore('item'))
        transaction.oncomplete = () => done(request.result)
        transaction.onerror = transaction.onabort = () => fail(transaction.error)
      })
    } finally { db.close() }
  }
  const items = async () => (await store('readonly', it => it.getAll()))
    .filter(it => it.audit === audit && it.person === person).sort((a, b) => a.made.localeCompare(b.made))
  const put = it => store('readwrite', kept => kept.put(it))
  const drop = id => store('readwrite', kept => kept.delete(id))

  /* One change after the other: two that read before either writes would both be kept. */
  let turn = Promise.resolve()
  const inTurn = act => turn = turn.then(act, act)

  /* The form's token changes with the session; the newest page has it. */
  const fresh = async () => {
    const answer = await fetch(page, { credentials: 'same-origin', cache: 'no-store' })
    if (answer.redirected || !answer.ok) return null
    const copy = answer.clone(), text = await answer.text()
    await (await caches.open(cacheName)).put(page, copy)
    return new DOMParser().parseFromString(text, 'text/html').querySelector('input[name=_csrf]')?.value
  }
  const keepPage = async () => {
    const cache = await caches.open(cacheName)
    const parts = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src]')].map(it => it.getAttribute('href') || it.getAttribute('src'))
    await Promise.all(parts.map(it => cache.add(it)))
    await fresh()
    localStorage.setItem('probity-audit-kept', new Date().toISOString())
  }

  const show = async words => {
    const waiting = await items(), n = waiting.length
    localStorage.setItem('probity-unsent', String((await store('readonly', it => it.count()))))
    localStorage.setItem('probity-unsent-words', bar.dataset.leave)
    bar.hidden = false
    bar.querySelector('.unsent').textContent = n === 0 ? bar.dataset.sent : n === 1 ? bar.dataset.one : bar.dataset.many.replace('#', n)
    bar.querySelector('.more').textContent = words || (navigator.onLine ? '' : bar.dataset.offline)
    bar.querySelector('[data-act=send]').hidden = n === 0
    bar.classList.toggle('warn', n > 0)
    bar.classList.toggle('note', n === 0)
    bar.dataset.count = n
    for (const asked of form.querySelectorAll('.asked')) {
      const mine = waiting.filter(it => it.question === asked.dataset.question)
      const kept = asked.querySelector('.kept')
      kept.textContent = mine.length === 0 ? '' : mine.find(it => it.trouble)?.trouble || bar.dataset.waits.replace('#', mine.length)
      for (const it of mine.filter(it => it.refused)) kept.append(removal(it))
    }
  }

  /* A photo that was not taken would be refused each time; whoever made it takes it away here. Asked twice, because nobody else has it. */
  const removal = it => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn quiet small'
    button.textContent = bar.dataset.remove
    button.addEventListener('click', async () => {
      if (button.textContent !== bar.dataset.sure) return button.textContent = bar.dataset.sure
      await drop(it.id)
      await show()
    })
    return button
  }

  const read = asked => {
    const code = asked.dataset.question, value = name => asked.querySelector(`[name="${name}.${code}"]`).value
    const verdict = asked.querySelector(`[name="verdict.${code}"]:checked`)?.value
    return verdict && { kind: 'answer', audit, person, question: code, verdict, severity: verdict === 'FINDING' ? value('severity') : '', clause: value('clause'), note: value('note') }
  }
  const complete = it => it.verdict !== 'FINDING' || it.severity && it.note.trim()

  /* One waiting answer for each question: while it waits here it is the auditor's newest word; once sent, a change is a new one. */
  const keep = async asked => {
    const answer = read(asked)
    if (!answer) return
    await inTurn(async () => {
      const before = (await items()).find(it => it.kind === 'answer' && it.question === answer.question)
      await put({ ...answer, id: before && !before.tried ? before.id : crypto.randomUUID(), made: new Date().toISOString() })
      if (before && before.tried) await drop(before.id)
    })
    await show()
    if (navigator.onLine && complete(answer)) send()
  }

  /* Smaller, turned the right way, and drawn anew: nothing of what the camera wrote beside the picture goes along. */
  const shrink = async file => {
    const picture = await createImageBitmap(file), by = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * by)
    canvas.height = Math.round(picture.height * by)
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) => canvas.toBlob(it => it ? done(it) : fail(new Error('no picture')), 'image/jpeg', .8))
  }
  const photo = async input => {
    const question = input.closest('.asked').dataset.question
    try {
      for (const file of input.files) {
        await put({ kind: 'photo', audit, person, question, id: crypto.randomUUID(), made: new Date().toISOString(), blob: await shrink(file) })
      }
      input.value = ''
      await show()
      if (navigator.onLine) send()
    } catch (unreadable) {
      input.value = ''
      await show(bar.dataset.photo)
    }
  }

  const post = (path, token, body, type) => fetch(path, { method: 'POST', credentials: 'same-origin', body, headers: { 'X-CSRF-TOKEN': token, ...type } })

  const send = async () => {
    if (sending) return
    sending = true
    try {
      const token = await fresh()
      if (!token) return await show(bar.dataset.signin)
      let waiting, answers, refused = 0
      await inTurn(async () => {
        waiting = await items()
        answers = waiting.filter(it => it.kind === 'answer' && complete(it))
        for (const it of answers) await put({ ...it, tried: true })
      })
      if (answers.length) {
        const said = await post(`/app/audits/${audit}/sync`, token, JSON.stringify({ answers: answers.map(({ id, question, verdict, severity, clause, note, made }) =>
          ({ id, question, verdict, severity, clause, note, made })) }), { 'Content-Type': 'application/json' })
        if (!said.ok) return await show(bar.dataset.refused)
        const { kept, refused: not } = await said.json()
        for (const id of kept) await drop(id)
        for (const { id, words } of not) {
          refused++
          await inTurn(async () => {
            const still = (await items()).find(it => it.id === id)
            if (still) await put({ ...still, trouble: words })
          })
        }
      }
      for (const it of waiting.filter(it => it.kind === 'photo' && !it.refused)) {
        const body = new FormData()
        body.append('id', it.id)
        body.append('question', it.question)
        body.append('made', it.made)
        body.append('file', it.blob, 'photo.jpg')
        const said = await post(`/app/audits/${audit}/photos`, token, body)
        if (said.ok) await drop(it.id)
        else {
          refused++
          const words = said.status === 422 ? (await said.json()).refused : ''
          await put({ ...it, refused: words !== '', trouble: words ? bar.dataset.photoRefused.replace('#', words) : bar.dataset.refused })
        }
      }
      await fresh()
      bar.querySelector('[data-act=look]').hidden = false
      await show(refused ? bar.dataset.refused : '')
    } catch (noNetwork) {
      await show(bar.dataset.offline)
    } finally { sending = false }
  }

  /* What waits here is newer than the page. */
  const restore = async () => {
    const limit = new Date(Date.now() - KEEP_DAYS * 864e5).toISOString()
    for (const it of await store('readonly', kept => kept.getAll())) if (it.made < limit) await drop(it.id)
    for (const it of (await items()).filter(it => it.kind === 'answer')) {
      const asked = form.querySelector(`.asked[data-question="${it.question}"]`)
      if (!asked) continue
      const radio = asked.querySelector(`[name="verdict.${it.question}"][value="${it.verdict}"]`)
      if (radio) radio.checked = true
      for (const name of ['severity', 'clause', 'note']) asked.querySelector(`[name="${name}.${it.question}"]`).value = it[name]
      if (it.verdict === 'FINDING' || it.note) asked.querySelector('details').open = true
    }
  }

  form.querySelector('.online')?.remove()
  form.addEventListener('submit', e => { e.preventDefault(); send() })
  form.addEventListener('change', e => {
    if (e.target.type === 'file') return photo(e.target)
    if (e.target.value === 'FINDING') e.target.closest('.asked').querySelector('details').open = true
    keep(e.target.closest('.asked'))
  })
  form.addEventListener('input', e => {
    if (!e.target.matches('textarea, input:not([type])')) return
    const asked = e.target.closest('.asked'), code = asked.dataset.question
    clearTimeout(timer[code])
    timer[code] = setTimeout(() => keep(asked), 400)
  })
  bar.querySelector('[data-act=send]').addEventListener('click', send)
  addEventListener('online', send)
  addEventListener('offline', () => show())

  ;(async () => {
    await restore()
    await show(navigator.onLine ? '' : bar.dataset.offline)
    if (!navigator.onLine) return
    await navigator.serviceWorker.register('/app/audits/worker.js')
    await keepPage()
    bar.dataset.ready = 'true'
    if ((await items()).length) send()
  })()
})()
