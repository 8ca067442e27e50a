import { buildBot } from './bundle/buildBot';
import { buildPages } from './pages/build';

/** `npm run build`: all that `npm start` runs and serves, into `dist`. */
Promise.all([buildBot(), buildPages()]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
