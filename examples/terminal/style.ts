// Whether this terminal gets colour. Piped output and NO_COLOR get plain text.
import pc from 'picocolors';

export const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
export const colours = pc.createColors(coloured);
