/* Everything works without this file; it saves clicks and waits. */
(d => {
  /* Colours at once; the form still tells the server, which remembers. */
  addEventListener('submit', e => {
    if (!e.target.matches('.themes') || !e.submitter) return
    e.preventDefault()
    const theme = e.submitter.value, form = new URLSearchParams({ theme })
    theme === 'system' ? delete d.dataset.theme : d.dataset.theme = theme
    e.target.querySelectorAll('button').forEach(b => b.setAttribute('aria-pressed', b === e.submitter))
    fetch('/preferences', { method: 'POST', body: form, redirect: 'manual' })
  })
})(document.documentElement)
