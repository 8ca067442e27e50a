import assert from 'node:assert/strict';
import { cardMarkdown, messageMarkdown, plainMarkdown } from '../../../../src/localTeams/page/cards/markdown';

const SOURCES = new Map([[1, 'P4.1 "Photographs"']]);

describe('Markdown on the page', () => {
  it('lets no HTML and no script through', () => {
    const evil = '<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://example.invalid/y.png)';
    for (const html of [messageMarkdown(evil, SOURCES), cardMarkdown(evil)]) {
      assert.doesNotMatch(html, /<script|<img|href="javascript/i);
    }
  });

  it('makes a marker of a number that has a source, with its name made safe', () => {
    const html = messageMarkdown('No. [1] [2]', SOURCES);
    assert.match(html, /data-cite="1" aria-label="Source 1: P4.1 &quot;Photographs&quot;"/);
    assert.match(html, /\[2\]/);
  });

  it('draws a mention, and the name in it as text', () => {
    assert.match(
      messageMarkdown('<at>Nella</at> hello', SOURCES),
      /<span class="mention">Nella<\/span> hello/,
    );
    assert.match(messageMarkdown('<at>a & b</at>', SOURCES), /a &amp; b/);
  });

  it('knows no headings in cards, as in Teams', () => {
    assert.doesNotMatch(cardMarkdown('# Big'), /<h1/);
    assert.match(cardMarkdown('**bold** and\n\n- one'), /<strong>bold<\/strong>[\s\S]*<li>one/);
  });

  it('leaves the words alone for a notification', () => {
    assert.equal(plainMarkdown('**No.** Do not\n[post](https://example.invalid) `it`'), 'No. Do not post it');
  });
});
