/*
 * Makes a handler's key in this page. Its words are shown once; what is sent is the public half, and the private one under those words. When it takes the place of another, the old words
 * open that one here, and it goes along under the new ones: what was sealed before opens still.
 */
import { drawKey, unwrap } from './protocol.js'

const form = document.getElementById('offer'), make = document.getElementById('make'), wrong = document.getElementById('wrong')
make.hidden = false
make.addEventListener('click', async () => {
  make.disabled = true
  const old = document.getElementById('old')?.value.trim(), earlier = []
  if (old) for (const wrapped of form.dataset.keys.split(',')) earlier.push(...await unwrap(wrapped, old) ?? [])
  wrong.textContent = form.dataset.wrong
  wrong.hidden = !old || earlier.length > 0
  if (!wrong.hidden) { make.disabled = false; return }
  const { recipient, wrapped, phrase } = await drawKey(document.documentElement.lang.startsWith('zh'), earlier)
  form.elements.recipient.value = recipient
  form.elements.wrapped.value = wrapped
  document.getElementById('phrase').textContent = phrase
  document.getElementById('mark').textContent = recipient.slice(-12)
  document.getElementById('made').hidden = false
})
