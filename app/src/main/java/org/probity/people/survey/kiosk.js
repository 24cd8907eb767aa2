/*
 * A shared device begins anew by itself when nobody touches it; it says so first, and whoever is still there stops it. A code that a phone read from paper stands behind the mark of the
 * address and is put into its field.
 */
const $ = id => document.getElementById(id)
const leaving = $('leaving'), code = $('code'), read = decodeURIComponent(location.hash.slice(1))

if (code && !code.value && /^[0-9A-Za-z-]{16,19}$/.test(read)) {
  code.value = read
  history.replaceState(null, '', location.pathname + location.search)
}

if (leaving) {
  const idle = Number(leaving.dataset.idle), most = Number(leaving.dataset.seconds)
  let quiet = 0, stopped = false
  const begin = () => {
    quiet = 0
    if (idle) leaving.hidden = true
  }
  const tick = () => {
    if (stopped) return
    quiet++
    const left = idle + most - quiet
    leaving.hidden = quiet < idle
    $('left').textContent = left
    if (left <= 0) location.replace(leaving.dataset.home)
  }
  $('stay').onclick = () => {
    if (!idle) stopped = true
    leaving.hidden = true
    quiet = 0
  }
  if (idle) for (const it of ['pointerdown', 'keydown', 'input', 'scroll', 'touchmove']) addEventListener(it, begin, { passive: true })
  setInterval(tick, 1000)
}
