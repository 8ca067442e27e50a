import type { AttachmentView } from '../../api';
import { isObject } from '../../json';
import { Icon } from './Icon';

/** What is attached to a message and is no card: a person's files. */
export function Attachments({ attachments }: { attachments: AttachmentView[] }) {
  return (
    <ul class="attachments">
      {attachments.map((attachment, at) => (
        <li key={at} class="attachment">
          <Icon name="file" />
          <Name attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

function Name({ attachment }: { attachment: AttachmentView }) {
  const name = attachment.name ?? attachment.contentType;
  const address = addressOf(attachment);
  if (!address) return <span>{name}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}

/** Only addresses that a browser may open: a file's own download address comes first. */
function addressOf({ content, contentUrl }: AttachmentView): string | undefined {
  const download = isObject(content) ? content['downloadUrl'] : undefined;
  const address = typeof download === 'string' ? download : contentUrl;
  return address !== undefined && /^https?:/i.test(address) ? address : undefined;
}
