import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { Generator } from "./language/expr";

/** The generator that a seed string names, the same for ever: xoroshiro128+ of pure-rand 8, its 128 bits of state
 *  being MurmurHash3's 32-bit mixing of the UTF-16 units under four constants (bryc's cyrb128). The hash spreads
 *  seeds; it does not hide them. */
export function generatorFor(seed: string): Generator {
  return xoroshiro128plusFromState(hash128(seed));
}

/** Four 32-bit words that depend on every character. Source: bryc, "cyrb128" (public domain). */
export function hash128(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const all = a ^ b ^ c ^ d;
  return [all | 1, b ^ all, c ^ all, d ^ all];
}
