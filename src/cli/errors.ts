/** Thrown for an input that cannot be redacted. The message says why and contains nothing of the input. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The system's code of an error. It is safe to show: it contains nothing of what was read. */
export function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown } | null)?.code ?? "unknown error");
}
