/* Required into a thread before anything else: a machine on which WebAssembly takes a second longer than all else. */
const { instantiate } = WebAssembly;

Object.assign(WebAssembly, {
  instantiate: async (...given: Parameters<typeof instantiate>) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return instantiate(...given);
  },
});
