// Lists of words and of halves of them.

// @inline
export function word(address: usize, index: u32): u32 {
  return load<u32>(address + ((<usize>index) << 2));
}

// @inline
export function setWord(address: usize, index: u32, value: u32): void {
  store<u32>(address + ((<usize>index) << 2), value);
}

// @inline
export function half(address: usize, index: u32): u32 {
  return load<u16>(address + ((<usize>index) << 1));
}

// @inline
export function setHalf(address: usize, index: u32, value: u32): void {
  store<u16>(address + ((<usize>index) << 1), <u16>value);
}
