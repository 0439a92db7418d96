import { escapedHtml } from './escaping.ts';

/** How a language cites an edition: sentences with `{subject}` and, where a section is meant, `{section}`. */
export interface CitationWords {
  /** Number and title: `954474: …`. */
  readonly subject: string;
  readonly whole: string;
  readonly ofSection: string;
  /** Of a revision other than the newest; `{section}` is its name. */
  readonly ofRevision: string;
}

/** A citation in the three forms that tickets, chats and pages take. */
export interface Citation {
  readonly plain: string;
  readonly markdown: string;
  readonly html: string;
}

/** A part of an edition: its title, or the name of a revision inside a sentence. */
export interface CitedPart {
  readonly kind: 'section' | 'revision';
  readonly name: string;
}

/**
 * The citation of an edition, or of one part of it.
 *
 * @param link a whole address, without language
 */
export function citation(words: CitationWords, link: string, part?: CitedPart): Citation {
  const sentences = { whole: words.whole, section: words.ofSection, revision: words.ofRevision };
  const write = (subject: string, quoted: (text: string) => string): string => {
    const sentence = sentences[part?.kind ?? 'whole'];
    // One pass, so that braces in a title are no placeholders. What stands between them is quoted too.
    return sentence
      .split(/(\{subject\}|\{section\})/)
      .map((piece) =>
        piece === '{subject}' ? subject : quoted(piece === '{section}' ? (part?.name ?? '') : piece),
      )
      .join('');
  };
  return {
    plain: `${write(words.subject, (text) => text)}\n${link}`,
    markdown: write(`[${markdownText(words.subject)}](<${link}>)`, markdownText),
    html: write(`<a href="${escapedHtml(link)}">${escapedHtml(words.subject)}</a>`, escapedHtml),
  };
}

const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>]|&(?=#?\w+;)/g, '\\$&');
