/* Makes a handler's key in this page. Its words are shown once; what is sent is the public half, and the private one under those words. */
import { drawKey } from './protocol.js'

const form = document.getElementById('offer'), make = document.getElementById('make')
make.hidden = false
make.addEventListener('click', async () => {
  make.disabled = true
  const { recipient, wrapped, phrase } = await drawKey(document.documentElement.lang.startsWith('zh'))
  form.elements.recipient.value = recipient
  form.elements.wrapped.value = wrapped
  document.getElementById('phrase').textContent = phrase
  document.getElementById('mark').textContent = recipient.slice(-12)
  document.getElementById('made').hidden = false
})
