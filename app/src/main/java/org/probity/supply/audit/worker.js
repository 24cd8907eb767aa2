/*
 * Gives back pages of audits that were kept on this device when there is no network. It keeps nothing by itself, answers only below
 * /app/audits/, and never touches what is sent.
 */
const CACHE = 'probity-audit'
addEventListener('install', () => skipWaiting())
addEventListener('activate', e => e.waitUntil(clients.claim()))
addEventListener('fetch', e => {
  const { request } = e
  if (request.method !== 'GET') return
  const path = new URL(request.url).pathname
  // What pages ask for silently waits until there is a network again.
  if (path.startsWith('/ballot/') && !navigator.onLine) {
    e.respondWith(new Response('', { headers: { 'Content-Type': 'text/javascript' } }))
    return
  }
  const page = request.mode === 'navigate', part = path.startsWith('/assets/') || path === '/app/audits/device.js'
  if (!page && !part) return
  e.respondWith((async () => {
    const kept = async () => await (await caches.open(CACHE)).match(path) || Response.error()
    if (!navigator.onLine) return await kept()
    try { return await fetch(request) } catch (noNetwork) { return await kept() }
  })())
})
