/*
 * Asks a person for the day from which on findings are new. The days that are probably meant stand in a list; any other
 * is typed, and is said back in words while it is.
 */
import { InputBoxValidationSeverity, window } from 'vscode';
import type { QuickPickItem } from 'vscode';

import { dayBefore, dayInWords, readDay } from '../days';

/** The chosen day, as `2026-10-02`; undefined when the person has thought better of it. */
export async function chooseDay(today: string, firstDay: string | undefined): Promise<string | undefined> {
  const yesterday = dayBefore(today);
  const named = (label: string, day: string): QuickPickItem & { day: string } => {
    return { label, description: dayInWords(day), day };
  };
  const choice = await window.showQuickPick(
    [
      named('Today', today),
      named('Yesterday', yesterday),
      ...(firstDay !== undefined && firstDay < yesterday ? [named('The first day on site', firstDay)] : []),
      { label: 'Another day…', day: undefined },
    ],
    { title: 'Today’s Findings', placeHolder: 'Show what is new and changed since the start of which day?' },
  );
  return choice && (choice.day ?? typeDay(today));
}

async function typeDay(today: string): Promise<string | undefined> {
  const words = await window.showInputBox({
    title: 'Today’s Findings',
    // A person may look for the day elsewhere; and the page takes the focus when it changes.
    ignoreFocusOut: true,
    prompt: `Since the start of which day? Write it as ${today}, or the day first: 2/10/2026.`,
    validateInput: (typed) => {
      if (typed.trim() === '') return undefined;
      const day = readDay(typed);
      if (day === undefined)
        return `“${typed.trim()}” is no day. Write it as ${today}, or the day first: 2/10/2026.`;
      if (day > today) return `${dayInWords(day)} is still to come.`;
      return { message: `Since ${dayInWords(day)}.`, severity: InputBoxValidationSeverity.Info };
    },
  });
  return words === undefined ? undefined : readDay(words);
}
