export type Kind = "header" | "key" | "shape";
export interface Notation {
  readonly name: string;
  readonly json?: boolean;
  readonly kinds?: readonly Kind[];
  readonly accepts?: (value: string) => boolean;
  readonly bracketed?: boolean;
  readonly render: (key: string, value: string) => string;
}
export declare const notations: readonly Notation[];
