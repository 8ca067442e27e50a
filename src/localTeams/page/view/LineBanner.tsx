import { Icon } from './Icon';
import { useApp } from './SessionContext';

/** Says when Local Teams or the bot cannot be reached; it goes when they are back. */
export function LineBanner() {
  const line = useApp((state) => state.line);
  const botSilent = useApp((state) => state.botSilent);
  const text =
    line === 'down'
      ? 'Local Teams cannot be reached. Trying again by itself; nothing you typed is lost.'
      : botSilent
        ? 'The bot is not answering. Local Teams sends the message again, as Teams does.'
        : '';
  return (
    <div class="line-banner" role="alert">
      {text && (
        <p>
          <Icon name="warning" /> {text}
        </p>
      )}
    </div>
  );
}
