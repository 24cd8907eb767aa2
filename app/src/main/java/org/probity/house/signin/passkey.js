/* Passkeys need the browser's help; where there is none, the password form stands alone. */
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!self.PublicKeyCredential?.parseRequestOptionsFromJSON) continue
  form.hidden = false
  form.addEventListener('submit', async e => {
    e.preventDefault()
    const wrong = form.querySelector('.wrong')
    wrong.hidden = true
    try {
      const body = new URLSearchParams({ _csrf: form.elements._csrf.value })
      const answer = await fetch(form.getAttribute('action') + '/options', { method: 'POST', body })
      if (!answer.ok) throw new Error(answer.status)
      const options = await answer.json()
      const credential = form.dataset.passkey === 'make'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      form.elements.credential.value = JSON.stringify(credential.toJSON())
      form.submit()
    } catch {
      wrong.hidden = false
    }
  })
}
