/** The same data on every machine and every run. */
export function createRandom(seed: number): Random;

export interface Random {
  below(limit: number): number;
  text(length: number, alphabet?: string): string;
  hex(length: number): string;
  pick(from: readonly string[]): string;
  uuid(): string;
}
