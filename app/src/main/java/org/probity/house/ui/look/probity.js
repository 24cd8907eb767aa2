/* Everything works without this file; it saves clicks and waits. */
(d => {
  const all = (css, from = document) => [...from.querySelectorAll(css)]

  /* Colours at once; the form still tells the server, which remembers. */
  addEventListener('submit', e => {
    if (!e.target.matches('.themes') || !e.submitter) return
    e.preventDefault()
    const theme = e.submitter.value
    theme === 'system' ? delete d.dataset.theme : d.dataset.theme = theme
    all('button', e.target).forEach(b => b.setAttribute('aria-pressed', b === e.submitter))
    fetch('/preferences', { method: 'POST', body: new URLSearchParams({ theme }), redirect: 'manual' })
  })

  /* How many rows are chosen. */
  const count = form => {
    const words = form.querySelector('.bulk strong'), n = all('td :checked', form).length
    if (words) words.textContent = n === 1 ? words.dataset.one : words.dataset.many.replace('#', n)
  }
  addEventListener('change', e => { const form = e.target.closest('.choosing'); if (form) count(form) })

  /* A form that came back refused: to what stands in the way. */
  const problems = () => document.querySelector('.problems')?.focus()
  addEventListener('DOMContentLoaded', problems)

  /* The menu of the person closes as menus do. */
  addEventListener('click', e => all('.who[open]').forEach(who => who.contains(e.target) || who.removeAttribute('open')))

  /* Keys: / find, j k move, x choose, Enter open, ? help. Never while somebody types. */
  let at = null
  const go = step => {
    const rows = all('main table.stack tbody tr')
    if (!rows.length) return
    const next = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(at) + step))]
    at?.classList.remove('at')
    at = next
    at.classList.add('at')
    at.querySelector('th a, th, td')?.focus?.({ preventScroll: true })
    at.scrollIntoView({ block: 'nearest' })
  }
  const keys = {
    '/': () => { const q = document.getElementById('q'); q?.focus(); q?.select() },
    j: () => go(1),
    k: () => go(-1),
    x: () => at?.querySelector('input[type=checkbox]')?.click(),
    '?': () => document.getElementById('keys')?.togglePopover()
  }
  addEventListener('keydown', e => {
    const typing = e.target.matches('input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]')
    if (e.key === 'Escape' && typing) e.target.blur()
    if (e.key === 'Escape') all('.who[open]').forEach(who => who.removeAttribute('open'))
    if (typing || e.ctrlKey || e.metaKey || e.altKey || !(e.key in keys)) return
    e.preventDefault()
    keys[e.key]()
  })

  /* A picture of steps: arrows go to the next thing that way, and what was opened is where the keyboard goes on. */
  const middle = it => { const box = it.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] }
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
  addEventListener('keydown', e => {
    const here = e.target.closest?.('.steps a'), way = ways[e.key]
    if (!here || !way) return
    e.preventDefault()
    const [x, y] = middle(here)
    let best = null, near = Infinity
    all('a', here.closest('.steps')).forEach(it => {
      const [x1, y1] = middle(it), on = (x1 - x) * way[0] + (y1 - y) * way[1], off = Math.abs((x1 - x) * way[1]) + Math.abs((y1 - y) * way[0])
      if (it !== here && on > 4 && (way[1] ? off < 4 : true) && on + 2 * off < near) [best, near] = [it, on + 2 * off]
    })
    best?.focus()
  })
  addEventListener('DOMContentLoaded', () => { if (/^#n\d+$/.test(location.hash)) document.querySelector('.steps ' + location.hash)?.focus() })

  /* Signing out wipes this device; what is on it alone would be lost. */
  addEventListener('submit', e => {
    if (!e.target.matches('form[action="/app/sign-out"]') || !(Number(localStorage.getItem('probity-unsent')) > 0)) return
    if (!confirm(localStorage.getItem('probity-unsent-words'))) e.preventDefault()
  })

  /* A file dropped on the field's frame. */
  addEventListener('dragover', e => { if (e.target.closest('.drop')) e.preventDefault() })
  addEventListener('drop', e => {
    const input = e.target.closest('.drop')?.querySelector('input')
    if (!input) return
    e.preventDefault()
    input.files = e.dataTransfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
})(document.documentElement)
