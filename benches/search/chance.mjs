// Numbers by chance, the same in every run: SplitMix of 32 bits.

export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  below(limit) {
    return this.next() % limit;
  }

  of(list) {
    return list[this.below(list.length)];
  }

  // Below the limit, each half as likely as the one at half its place.
  zipf(limit) {
    return Math.floor(limit ** (this.next() / 2 ** 32)) - 1;
  }
}
