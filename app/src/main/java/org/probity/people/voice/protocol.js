/*
 * What both sides of a report do, by docs/voice-protocol.md: receipts, keys, messages of one size, who reads, and whether the list of readers is the one in the log. Nothing here
 * asks a server and nothing is kept.
 */
import { Encrypter, Decrypter, generateX25519Identity, identityToRecipient, ed25519, bech32 } from './age.js'
import { english, chinese } from './words.js'

export const SALT = 'probity-voice/1', SEATS = 16, SMALL = 8192, LARGE = 262144
const bytes = text => new TextEncoder().encode(text)
export const hex = raw => Array.from(raw, it => it.toString(16).padStart(2, '0')).join('')
export const unhex = text => Uint8Array.from(text.match(/../g) ?? [], it => parseInt(it, 16))
export const base64 = raw => { let text = ''; for (const one of raw) text += String.fromCharCode(one); return btoa(text) }
export const unbase64 = text => Uint8Array.from(atob(text), it => it.charCodeAt(0))
export const sha256 = async raw => new Uint8Array(await crypto.subtle.digest('SHA-256', raw))
const joined = (...parts) => { const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0)); let at = 0; for (const it of parts) { all.set(it, at); at += it.length } return all }
const drawn = length => crypto.getRandomValues(new Uint8Array(length))

/* 1. The receipt: 128 bits and 4 to check them by, as twelve numbers of 11 bits (BIP-39). */
export const drawReceipt = () => drawn(16)
const numbers = async entropy => {
  const bits = [...entropy, (await sha256(entropy))[0]].map(it => it.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: 12 }, (_, at) => parseInt(bits.slice(11 * at, 11 * at + 11), 2))
}
export const words = async (entropy, zh) => (await numbers(entropy)).map(it => (zh ? chinese : english)[it]).join(zh ? '' : ' ')
/* Null: not twelve of one list, or the check does not fit, which is so for fifteen of sixteen slips. */
export const readReceipt = async typed => {
  const bare = typed.normalize('NFKC').toLowerCase().trim(), han = [...bare.replace(/[^\p{Script=Han}]/gu, '')]
  const found = han.length ? han.map(it => chinese.indexOf(it)) : bare.split(/[^a-z]+/).filter(it => it).map(it => english.indexOf(it))
  if (found.length !== 12 || found.includes(-1)) return null
  const bits = found.map(it => it.toString(2).padStart(11, '0')).join('')
  const entropy = Uint8Array.from(bits.slice(0, 128).match(/.{8}/g), it => parseInt(it, 2))
  return (await sha256(entropy))[0] >> 4 === parseInt(bits.slice(128), 2) ? entropy : null
}

/* 2. What follows from it. */
const derived = async (entropy, purpose, length) => new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: bytes(SALT), info: bytes(purpose) },
  await crypto.subtle.importKey('raw', entropy, 'HKDF', false, ['deriveBits']), 8 * length))
const identityOf = scalar => bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase()
export const keysOf = async entropy => {
  const identity = identityOf(await derived(entropy, 'reply', 32)), mac = await crypto.subtle.importKey('raw', await derived(entropy, 'tag', 32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return {
    identity, recipient: await identityToRecipient(identity), thread: hex(await derived(entropy, 'thread', 16)),
    tag: async number => hex(new Uint8Array(await crypto.subtle.sign('HMAC', mac, bytes(String(number)))).slice(0, 16))
  }
}

/* 3. A message: its length, itself, nothing but zeros up to one of two sizes; for sixteen keys, of which those that nobody has are thrown away. */
export const sizeOf = said => bytes(JSON.stringify(said)).length
export const seal = async (recipients, said) => {
  const text = bytes(JSON.stringify(said)), size = text.length + 4 <= SMALL ? SMALL : LARGE
  if (text.length + 4 > LARGE) throw new Error('too long')
  if (recipients.length > SEATS || new Set(recipients).size !== recipients.length) throw new Error('too many keys, or one twice')
  const plain = new Uint8Array(size)
  new DataView(plain.buffer).setUint32(0, text.length)
  plain.set(text, 4)
  const seats = [...recipients]
  while (seats.length < SEATS) seats.push(await identityToRecipient(await generateX25519Identity()))
  for (let at = SEATS - 1; at > 0; at--) {
    const other = Math.floor(drawn(4).reduce((sum, it) => sum * 256 + it, 0) / 4294967296 * (at + 1));
    [seats[at], seats[other]] = [seats[other], seats[at]]
  }
  const age = new Encrypter()
  seats.forEach(it => age.addRecipient(it))
  return age.encrypt(plain)
}
/* Null: not for this key, or not whole. */
export const open = async (identity, sealed) => {
  try {
    const age = new Decrypter()
    age.addIdentity(identity)
    const plain = await age.decrypt(sealed), length = new DataView(plain.buffer, plain.byteOffset).getUint32(0)
    if (length > plain.length - 4 || plain.subarray(4 + length).some(it => it)) return null
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain.subarray(4, 4 + length)))
  } catch { return null }
}
export const fileKey = async (identity, sealed) => { const age = new Decrypter(); age.addIdentity(identity); return hex(await age.decryptHeader(sealed)) }

/* 4. A handler's key, under words that were drawn for it, and with it those in whose place it stands, a line each. */
export const WORK = 16, EARLIER_MOST = 14
export const drawKey = async (zh, earlier = []) => {
  const identity = await generateX25519Identity(), phrase = (await words(drawn(16), zh)).trim(), shown = zh ? [...phrase].slice(0, 8).join('') : phrase.split(' ').slice(0, 8).join(' ')
  return { identity, recipient: await identityToRecipient(identity), phrase: shown, wrapped: await wrap(shown, [identity, ...earlier.slice(0, EARLIER_MOST)]) }
}
const asDrawn = typed => { const bare = typed.normalize('NFKC').toLowerCase().trim(); return bare.replace(/[^\p{Script=Han}]/gu, '') || bare.split(/[^a-z]+/).join(' ') }
const closed = async (how, identities) => { const age = new Encrypter(); how(age); return base64(await age.encrypt(identities.join('\n'))) }
const opened = async (how, wrapped) => { try { const age = new Decrypter(); how(age); return (await age.decrypt(unbase64(wrapped), 'text')).split('\n') } catch { return null } }
export const wrap = (typed, identities) => closed(age => { age.setPassphrase(asDrawn(typed)); age.setScryptWorkFactor(WORK) }, identities)
export const unwrap = (wrapped, typed) => opened(age => age.addPassphrase(asDrawn(typed)), wrapped)

/* 8a. The same under the 32 bytes that a passkey gives for this salt (WebAuthn, prf): an age identity follows from them. */
export const passkeySalt = () => sha256(bytes(SALT + ' passkey'))
const passkeyIdentity = async secret => identityOf(await derived(secret, 'passkey', 32))
export const wrapBy = async (secret, identities) => { const own = await identityToRecipient(await passkeyIdentity(secret)); return closed(age => age.addRecipient(own), identities) }
export const unwrapBy = async (secret, wrapped) => { const own = await passkeyIdentity(secret); return opened(age => age.addIdentity(own), wrapped) }

/* 8b. Shares of a key: it is sealed for one drawn for it, whose 32 bytes are cut so that two of three make them again. A byte and a drawn one are a line over GF(256), read at 1, 2 and 3. */
const times = (one, other) => { let product = 0; for (; other; other >>= 1) { if (other & 1) product ^= one; one = one << 1 ^ (one & 128 ? 0x11b : 0) } return product }
const inverse = one => { let power = 1; for (let at = 0; at < 254; at++) power = times(power, one); return power }
export const split = secret => { const slope = drawn(secret.length); return [1, 2, 3].map(no => ({ no, y: secret.map((it, at) => it ^ times(slope[at], no)) })) }
export const joinShares = (one, other) => one.y.map((it, at) => times(times(it, other.no) ^ times(other.y[at], one.no), inverse(one.no ^ other.no)))
export const leaveShares = async (identities, ids, keepers) => {
  const secret = drawn(32), sealed = await seal([await identityToRecipient(identityOf(secret))], { v: 1, identities }), share = hex(await sha256(sealed)), shares = []
  for (const [at, { no, y }] of split(secret).entries()) shares.push(await seal([keepers[at]], { v: 1, share, keys: ids, no, y: hex(y) }))
  return { sealed, shares }
}
/* Any two that belong to it and are not the same; one that is none does not stand in the way of two that are. */
export const fromShares = async (sealed, shares) => {
  const of = hex(await sha256(sealed)), own = shares.filter(it => it && it.share === of && [1, 2, 3].includes(it.no) && /^[0-9a-f]{64}$/.test(it.y)).map(it => ({ no: it.no, y: unhex(it.y) }))
  for (const one of own) for (const other of own) if (one.no < other.no) {
    const said = await open(identityOf(joinShares(one, other)), sealed)
    if (Array.isArray(said?.identities)) return said.identities
  }
  return null
}

/* Whether a handler, or an earlier key of theirs, is among some. */
export const stands = (handler, ids) => ids.includes(handler.id) || (handler.replaces ?? []).some(it => ids.includes(it))

/* 5. Who reads. Out are those it is about, everybody above them and everybody below them. */
const above = (unit, place) => place.heads.includes(unit.id) || unit.path.some(it => place.heads.includes(it))
export const spots = (about, places) => {
  if (!about) return []
  const unit = id => places.units.find(it => it.id === id)
  if (!about.handler) return about.unit && unit(about.unit) ? [{ unit: unit(about.unit), leads: !!about.leads }] : []
  const place = places.handlers[about.handler]
  return place ? [...place.heads.map(it => ({ unit: unit(it), leads: true })), ...(place.unit ? [{ unit: unit(place.unit), leads: false }] : [])].filter(it => it.unit) : []
}
export const kept = (about, handler, places) => {
  if (!about) return false
  if (about.handler === handler.id || about.handler && places.handlers[about.handler] && places.handlers[about.handler].who === places.handlers[handler.id]?.who) return true
  const place = places.handlers[handler.id]
  return !!place && spots(about, places).some(({ unit, leads }) => above(unit, place) || leads && (place.unit === unit.id || place.path.includes(unit.id)))
}
/* Whom somebody does not trust they do not trust under another key either. Fewer than two of the channel: those of the union; fewer than two still: with the audit committee; fewer than two: nobody. */
export const readers = (channel, about, unticked, directory, places, site = '') => {
  const there = handler => handler.channel !== 'FACTORY' || !site || !!places.handlers[handler.id]?.path.includes(site)
  const person = id => places.handlers[id]?.who ?? id, out = unticked.map(person)
  const may = one => directory.handlers.filter(it => one.includes(it.channel) && there(it) && !places.handlers[it.id]?.gone && !kept(about, it, places) && !out.includes(person(it.id)))
  for (const [by, wanted] of [['channel', [channel]], ['union', ['UNION']], ['committee', ['UNION', 'COMMITTEE']]]) {
    const found = may(wanted)
    if (new Set(found.map(it => person(it.id))).size >= 2) return { by, handlers: found }
  }
  return { by: 'nobody', handlers: [] }
}

/* Others, to look at what came out: of the union, or of union and committee, and nobody who had it before. */
export const reviewers = (first, before, directory, places) => readers('UNION', first.about, [...first.to, ...before, ...(first.not ?? [])], directory, places)
/* Answers of one message in the order in which they were written; the board keeps none. */
export const inTurn = (one, other) => one.after - other.after || (one.no ?? 0) - (other.no ?? 0) || one.day.localeCompare(other.day)
/* What was written so far, for those who come to it later. Pictures stay with those who had them. */
export const soFar = (messages, answers) => ({ messages: messages.map(({ said: { image, appeal, ...said }, day, sha256 }) => ({ said, day, sha256 })), answers })

/* 6. The log. RFC 6962 hashes, RFC 9162 2.1.3.2, signed notes. */
const node = (left, right) => sha256(joined(new Uint8Array([1]), left, right))
export const leafOf = raw => sha256(joined(new Uint8Array([0]), raw))
export const includes = async (leaf, index, size, proof, root) => {
  if (index < 0 || index >= size) return false
  let fn = BigInt(index), sn = BigInt(size) - 1n, hash = leaf
  for (const sibling of proof) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      hash = await node(sibling, hash)
      while (!(fn & 1n) && fn !== 0n) { fn >>= 1n; sn >>= 1n }
    } else hash = await node(hash, sibling)
    fn >>= 1n
    sn >>= 1n
  }
  return sn === 0n && hex(hash) === hex(root)
}
const signed = async (note, vkey) => {
  const end = note.lastIndexOf('\n\n'), text = note.slice(0, end + 1), [, name, id, key] = vkey.match(/^([^+]+)\+([0-9a-f]{8})\+(.+)$/) ?? [], raw = unbase64(key ?? '')
  if (raw[0] !== 1 || raw.length !== 33 || text.split('\n')[0] !== name || hex((await sha256(joined(bytes(name), new Uint8Array([10]), raw))).slice(0, 4)) !== id) return null
  const line = note.slice(end + 2).split('\n').find(it => it.startsWith('— ' + name + ' ')), mark = line ? unbase64(line.slice(name.length + 3)) : new Uint8Array()
  if (mark.length !== 68 || hex(mark.slice(0, 4)) !== id || !ed25519.verify(mark.slice(4), bytes(text), raw.slice(1))) return null
  const [, size, root] = text.split('\n')
  return { size: Number(size), root: unbase64(root) }
}
/* What an entry commits to: none unless entry, opening and signed state fit each other. */
export const committed = async (proof, kind) => {
  try {
    const raw = bytes(proof.entry), entry = JSON.parse(proof.entry), state = await signed(proof.checkpoint, proof.vkey)
    const bound = hex(await sha256(joined(bytes('probity-entry/1'), new Uint8Array(1), unhex(proof.salt), bytes(proof.content))))
    if (!state || entry.class !== kind || entry.commitment !== bound || !await includes(await leafOf(raw), proof.index, state.size, proof.hashes.map(unhex), state.root)) return null
    return { ...JSON.parse(proof.content), day: entry.day }
  } catch { return null }
}
/* The list of readers as two people entered it. None: it is not the one in the log, and nothing may be sealed for it. */
export const checked = async given => {
  const said = given.proof && await committed(given.proof, 'voice.directory')
  if (!said || said.sha256 !== hex(await sha256(bytes(given.directory)))) return null
  const directory = JSON.parse(given.directory)
  return directory.no === said.no ? directory : null
}
/* The day on which the log has a message of this tag and hash, or none. */
export const delivered = async (given, tag, sealed) => {
  const said = given.proof && await committed(given.proof, 'voice.received')
  const leaf = await leafOf(bytes(JSON.stringify({ sha256: hex(await sha256(sealed)), tag })))
  return said && await includes(leaf, given.index, given.size, given.hashes.map(unhex), unhex(said.root)) ? said.day : null
}
