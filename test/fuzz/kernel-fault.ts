/** Every kernel that is made after this module was loaded traps at the call number `at` from now, once. */
export const kernelFault: { at: number } = { at: 0 };

const Real = WebAssembly.Instance;

const failing = function Instance(
  module: WebAssembly.Module,
  imports: ConstructorParameters<typeof Real>[1],
) {
  const { exports } = new Real(module, imports);
  const scan = exports.scan as (...args: number[]) => number;
  const scanOrTrap = (...args: number[]): number => {
    if (kernelFault.at > 0 && --kernelFault.at === 0) throw new Error("unreachable");
    return scan(...args);
  };
  return { exports: { ...exports, scan: scanOrTrap } };
};
Object.assign(WebAssembly, { Instance: failing });
