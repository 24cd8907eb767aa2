/*
 * Tokens that are signed blindly (RFC 9474, RSABSSA-SHA384-PSS-Randomized), drawn and kept in this browser. The browser's own cryptography has no blind RSA, so
 * the four operations on large numbers are here; hashes, chance and the check of a signature are the browser's. BigInt takes more or less time with its numbers:
 * they are this browser's own, and whoever can time it here can read them here.
 */
const SALT = 48, PREFIX = 32, DIGEST = 48, DRAWN = 32, EXPONENT_BITS = 16

const number = bytes => BigInt('0x' + Array.from(bytes, it => it.toString(16).padStart(2, '0')).join(''))
const bytesOf = (value, length) => Uint8Array.from(value.toString(16).padStart(2 * length, '0').match(/../g), it => parseInt(it, 16))
const joined = (...parts) => Uint8Array.from(parts.flatMap(it => Array.from(it)))
const drawn = length => crypto.getRandomValues(new Uint8Array(length))
const digest = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))
export const encode = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
export const decode = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), it => it.charCodeAt(0))

/* base ^ 65537 mod modulus */
const publicPower = (base, modulus) => {
  let power = base
  for (let bit = 0; bit < EXPONENT_BITS; bit++) power = power * power % modulus
  return power * base % modulus
}

/* The number whose product with this one is 1; none if they share a factor with the modulus. */
const inverse = (value, modulus) => {
  let [one, other, first, second] = [modulus, value, 0n, 1n]
  while (other > 0n) {
    const times = one / other;
    [one, other, first, second] = [other, one - times * other, second, first - times * second]
  }
  return one === 1n ? (first + modulus) % modulus : null
}

/* EMSA-PSS-ENCODE of RFC 8017 for a modulus whose length is a whole number of bytes. */
const encoded = async (message, salt, length) => {
  const hash = await digest(joined(new Uint8Array(8), await digest(message), salt))
  const block = joined(new Uint8Array(length - DIGEST - 2 - salt.length), [1], salt)
  for (let counter = 0; counter * DIGEST < block.length; counter++) {
    const mask = await digest(joined(hash, [0, 0, 0, counter]))
    for (let at = 0; at < DIGEST && counter * DIGEST + at < block.length; at++) block[counter * DIGEST + at] ^= mask[at]
  }
  block[0] &= 0x7f
  return joined(block, hash, [0xbc])
}

/* For the four operations and for whoever tests them: what is sent, and what undoes it. */
export const blind = async (modulus, prepared, salt, factor) => {
  const n = number(modulus), m = number(await encoded(prepared, salt, modulus.length)), back = inverse(factor, n)
  if (back === null || inverse(m, n) === null) throw new Error('a number that shares a factor with the key')
  return { sent: bytesOf(m * publicPower(factor, n) % n, modulus.length), back: bytesOf(back, modulus.length) }
}

export const finish = async (modulus, prepared, signed, back, saltLength = SALT) => {
  const n = number(modulus), signature = bytesOf(number(signed) * number(back) % n, modulus.length)
  const key = await crypto.subtle.importKey('jwk', { kty: 'RSA', n: encode(modulus), e: 'AQAB' }, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify'])
  if (!await crypto.subtle.verify({ name: 'RSA-PSS', saltLength }, key, signature, prepared)) throw new Error('what came back is no signature of what was sent')
  return signature
}

const draw = async modulus => {
  const prepared = drawn(PREFIX + DRAWN), n = number(modulus)
  let factor = 0n
  while (factor === 0n || factor >= n) factor = number(drawn(modulus.length))
  const { sent, back } = await blind(modulus, prepared, drawn(SALT), factor)
  return { prepared: encode(prepared), sent: encode(sent), back: encode(back) }
}

const name = (round, holder) => 'ballot.' + round + '.' + holder
const kept = (round, holder) => JSON.parse(localStorage.getItem(name(round, holder)) ?? '{}')
const keep = (round, holder, state) => localStorage.setItem(name(round, holder), JSON.stringify(state))

/* Thrown when the key that somebody was shown is not the one that everybody gets: with a key of their own their tokens would be known again. */
export class NotEverybodysKey extends Error {}

/* The rounds of whoever is signed in, each with the name under which this browser keeps their tokens. */
export const mine = async address => {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error('rounds were asked for and not told: ' + answer.status)
  return answer.json()
}

/* Asked for as nobody, so that the answer cannot depend on who asks. */
const everybodys = async round => {
  const answer = await fetch('/ballot/rounds/' + round, { credentials: 'omit', referrerPolicy: 'no-referrer' })
  return answer.ok ? answer.json() : null
}

const hex = bytes => Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('')
const sha256 = async text => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

/*
 * Whose tokens a page without a cookie may spend: of whoever signed in here last, and the word that everybody was given. What belongs to rounds that are over
 * is forgotten.
 */
const HERE = 'ballot.here.'
const noted = purpose => JSON.parse(localStorage.getItem(HERE + purpose) ?? '{}')
const note = (purpose, round, holder, who, word, until) => localStorage.setItem(HERE + purpose, JSON.stringify({ ...noted(purpose), [round]: { holder, who, word, until } }))
export const here = (purpose, round) => noted(purpose)[round] ?? null

const forgetWhatIsOver = today => {
  for (const key of Object.keys(localStorage)) {
    const value = /^ballot\./.test(key) ? JSON.parse(localStorage.getItem(key)) : null
    if (value && key.startsWith(HERE)) {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(Object.entries(value).filter(([, it]) => it.until >= today))))
    } else if (value && value.until < today) localStorage.removeItem(key)
  }
}

/*
 * Asks for the tokens of every open round that this person has not asked for in this browser. What was drawn is kept before it is sent, so that an answer
 * which is lost can be asked for once more; with the token what blinded it is forgotten. It throws if something is worth asking for again. One page at a time asks: two would
 * draw two tokens where one is signed.
 */
export const ask = (address, csrf) => navigator.locks.request('ballot.ask', () => asked(address, csrf))

const asked = async (address, csrf) => {
  const open = await mine(address)
  const lost = []
  if (open.length) forgetWhatIsOver(open[0].today)
  for (const { round, purpose, holder, who, each, modulus, issued, word, until } of open) {
    const state = kept(round, holder)
    if (state.tokens) { note(purpose, round, holder, who, state.word, until); continue }
    const everybody = await everybodys(round)
    if (everybody === null) { lost.push(round); continue }
    if (everybody.modulus !== modulus || (word && everybody.word_sha256 !== await sha256(word))) throw new NotEverybodysKey(round)
    note(purpose, round, holder, who, word, until)
    if (issued && !state.asked) continue
    const key = decode(modulus)
    if (!state.asked) {
      Object.assign(state, { asked: [], word, until })
      while (state.asked.length < each) state.asked.push(await draw(key))
      keep(round, holder, state)
    }
    const body = new URLSearchParams({ _csrf: csrf })
    for (const one of state.asked) body.append('blinded', one.sent)
    const given = await fetch(address + '/' + round + '/tokens', { method: 'POST', body, credentials: 'same-origin' })
    if (!given.ok) {
      if (given.status >= 500) lost.push(round)
      continue
    }
    const { signed } = await given.json(), tokens = []
    for (const [at, one] of state.asked.entries()) {
      tokens.push({ message: one.prepared, signature: encode(await finish(key, decode(one.prepared), decode(signed[at]), decode(one.back))) })
    }
    keep(round, holder, { tokens, word, until })
  }
  if (lost.length) throw new Error('asked for in vain, in rounds ' + lost)
}

export const left = (round, holder) => (kept(round, holder).tokens ?? []).length

/*
 * Spends a token: to this address, with these fields, and without a cookie or a word about the page it comes from. It goes from here when the answer says that
 * it was taken, or that it had been.
 */
export const spend = async (address, round, holder, fields) => {
  const state = kept(round, holder), token = state.tokens?.[0]
  if (!token) throw new Error('no token of this round is left in this browser')
  const body = new URLSearchParams({ ...fields, round, message: token.message, signature: token.signature })
  const answer = await fetch(address, { method: 'POST', body, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' })
  if (answer.ok || answer.status === 409) keep(round, holder, { ...state, tokens: state.tokens.slice(1) })
  return answer
}
