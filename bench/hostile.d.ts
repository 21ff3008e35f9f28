/** Texts that try to take time: `unit` without end behind `head`. */
export const hostile: readonly (readonly [name: string, unit: string, head?: string])[];
