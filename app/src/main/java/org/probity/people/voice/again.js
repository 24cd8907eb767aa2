/*
 * How a handler comes to their key without its words: a passkey of this device, and shares that are left with three colleagues, of whom two give them. What a passkey gives and what a share
 * says stays in this page.
 */
import * as voice from './protocol.js'

const at = id => document.getElementById(id), say = at('words-of-the-page').dataset
const element = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more })
/* A Chinese colon has its blank in itself. */
const gap = document.documentElement.lang.startsWith('zh') ? '' : ' '
const random = length => crypto.getRandomValues(new Uint8Array(length))
export const possible = () => isSecureContext && !!self.PublicKeyCredential

/* What one of these passkeys gives; null: nothing, as with older devices. */
export const given = async credentials => {
  const key = await navigator.credentials.get({ publicKey: { challenge: random(32), userVerification: 'required', allowCredentials: credentials.map(it => ({ type: 'public-key', id: voice.unbase64(it) })),
    extensions: { prf: { eval: { first: await voice.passkeySalt() } } } } })
  const secret = key.getClientExtensionResults().prf?.results?.first
  return secret ? { credential: voice.base64(new Uint8Array(key.rawId)), secret: new Uint8Array(secret) } : null
}
/* A passkey for this alone; signing in has others. */
const made = async () => {
  const key = await navigator.credentials.create({ publicKey: { challenge: random(32), rp: { name: say.house }, user: { id: random(16), name: say.passkeyName, displayName: say.passkeyName },
    pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: 'public-key', alg })), authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' }, extensions: { prf: {} } } })
  return key.getClientExtensionResults().prf?.enabled ? given([voice.base64(new Uint8Array(key.rawId))]) : null
}

/* What came back since, opened and put under the words that were typed. */
export const comeBack = async (desk, phrase) => {
  const shares = await (await fetch('/app/voice/shares')).json()
  for (const one of shares.back) {
    const back = await voice.fromShares(voice.unbase64(one.sealed), await Promise.all(one.shares.map(it => desk.opened(it))))
    if (!back) continue
    const all = [...new Set([...desk.identities, ...back])]
    desk.identities.push(...back.filter(it => !desk.identities.includes(it)))
    if (phrase) await desk.post('/app/voice/recoveries/' + one.recovery + '/restored', { wrapped: await voice.wrap(phrase, all.slice(0, voice.EARLIER_MOST + 1)) })
  }
  return shares
}

/* Somebody asks for their share: it is sealed for a key alone that the log has in the place of one it was left for. */
const asked = (desk, one) => {
  const card = element('article', '', { className: 'card' }), act = element('button', say.shareGive, { type: 'button', className: 'btn' }), acts = element('div', '', { className: 'acts' })
  const next = desk.directory?.handlers.find(it => it.id === one.next)
  card.append(element('h3', one.name), element('p', say.shareAsked + gap + (next ? next.recipient.slice(-12) : '')))
  act.addEventListener('click', () => desk.act(async () => {
    const share = await desk.opened(one.share)
    if (!share?.share || !Array.isArray(share.keys)) throw new Error(say.shareNone)
    if (!next || !voice.stands(next, share.keys) || share.keys.includes(next.id)) throw new Error(say.shareNot)
    await desk.post('/app/voice/recoveries/' + one.recovery + '/shares', { sealed: voice.base64(await voice.seal([next.recipient], share)) })
    card.replaceChildren(element('p', say.shareGiven))
  }))
  acts.append(act)
  card.append(acts)
  return card
}

const keepers = desk => {
  const own = new Set(desk.mine.map(it => desk.places.handlers[it]?.who)), seen = new Set()
  return (desk.directory?.handlers ?? []).filter(it => {
    const place = desk.places.handlers[it.id]
    if (!place || place.gone || own.has(place.who) || seen.has(place.who)) return false
    seen.add(place.who)
    return true
  })
}

export const show = (desk, shares) => {
  const list = at('keepers'), chosen = () => [...list.querySelectorAll('input:checked')].map(it => it.value)
  at('asked').hidden = !shares.asked.length
  at('asked').replaceChildren(...shares.asked.map(it => asked(desk, it)))
  at('kept').textContent = shares.left.day ? say.shareLeft + gap + shares.left.keepers.join(say.and) + ' (' + shares.left.day + ')' : say.shareNobody
  list.replaceChildren(...keepers(desk).map(it => {
    const label = element('label', '', { className: 'choice' }), box = element('input', '', { type: 'checkbox', value: it.id })
    label.append(box, ' ' + it.name + ', ' + (document.documentElement.lang.startsWith('zh') ? it.function_zh : it.function_en))
    return label
  }))
  at('leave').addEventListener('submit', event => {
    event.preventDefault()
    desk.act(async () => {
      const to = chosen().map(id => desk.directory.handlers.find(it => it.id === id)), ids = desk.directory.handlers.filter(it => desk.mine.includes(it.id)).map(it => it.id)
      if (to.length !== 3) throw new Error(say.shareThree)
      const { sealed, shares: cut } = await voice.leaveShares([...new Set(desk.identities)].slice(0, voice.EARLIER_MOST + 1), ids, to.map(it => it.recipient))
      await desk.post('/app/voice/shares', { keepers: to.map(it => it.id).join(), sealed: voice.base64(sealed), share1: voice.base64(cut[0]), share2: voice.base64(cut[1]), share3: voice.base64(cut[2]) })
      at('kept').textContent = say.shareLeft + gap + to.map(it => it.name).join(say.and)
      for (const box of list.querySelectorAll('input')) box.checked = false
    })
  })
  at('add-passkey').hidden = !possible()
  at('add-passkey').addEventListener('click', () => desk.act(async () => {
    const key = await made().catch(() => { throw new Error(say.passkeyFailed) })
    if (!key) throw new Error(say.passkeyNothing)
    await desk.post('/app/voice/passkeys', { credential: key.credential, wrapped: await voice.wrapBy(key.secret, [...new Set(desk.identities)].slice(0, voice.EARLIER_MOST + 1)) })
    at('passkey-kept').hidden = false
  }))
}
