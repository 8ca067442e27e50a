/**
 * Loaded into both bots before their own code (`--import`): tells over the IPC channel what the process has used, so
 * that both are measured in the same way and neither knows of it.
 */
process.on('message', (message) => {
  if (message !== 'measure') return;
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1_000, memoryMb: process.memoryUsage.rss() / 2 ** 20 });
});
