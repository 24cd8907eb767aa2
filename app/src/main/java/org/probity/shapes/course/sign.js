/*
 * Says that somebody is at a course: at once, then every 20 seconds while the page is seen and was touched within the last 90. The server counts by its own
 * clock; nothing about what they did is sent.
 */
(() => {
  const form = document.getElementById('sign')
  if (!form) return
  const EVERY = 20_000, IDLE_MOST = 90_000
  let touched = Date.now()
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart']) addEventListener(kind, () => { touched = Date.now() }, { passive: true })
  const sign = () => {
    if (document.visibilityState === 'visible' && Date.now() - touched < IDLE_MOST) {
      fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' }).catch(() => {})
    }
  }
  sign()
  setInterval(sign, EVERY)
})()
