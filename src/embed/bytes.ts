/** Bytes on the heap that grow. */
export class Bytes {
  address: usize = 0;
  length: i32 = 0;
  room: i32 = 0;

  /** Makes room for so many bytes more; returns where they go. */
  reserve(size: i32): usize {
    const needed = this.length + size;
    if (needed > this.room) {
      const room = max(needed, max(1024, this.room * 2));
      this.address = this.room == 0 ? heap.alloc(room) : heap.realloc(this.address, room);
      this.room = room;
    }
    return this.address + this.length;
  }

  add(from: usize, size: i32): void {
    memory.copy(this.reserve(size), from, size);
    this.length += size;
  }

  /** Adds a text of ASCII. */
  addText(text: string): void {
    const size = text.length;
    const to = this.reserve(size);
    for (let i = 0; i < size; i++) store<u8>(to + i, <u8>text.charCodeAt(i));
    this.length += size;
  }

  free(): void {
    if (this.room != 0) heap.free(this.address);
    this.address = 0;
    this.length = 0;
    this.room = 0;
  }
}
