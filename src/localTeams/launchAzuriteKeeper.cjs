// Runs Azurite in this process and ends it the gentle way when whoever started it is gone: the pipe on standard
// input closes even when the launcher was killed, and SIGTERM is what Azurite loses nothing on.
process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.once('SIGTERM', () => process.stdin.unref());
require('azurite/dist/src/azurite.js');
