/** An input that cannot be redacted as it is; the message says why and holds nothing of it. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The system's name for an error, which is safe to show: it holds nothing of what was read. */
export function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown } | null)?.code ?? "unknown error");
}
