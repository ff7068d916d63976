import * as z from 'zod/mini';
import { paragraphs } from './text.ts';

/** `POST /contributions`: what somebody answers who was asked by mail. */
export const contributionBody = z.strictObject({
  link: z
    .string()
    .check(
      z.maxLength(100, 'must have at most 100 characters'),
      z.describe('The token at the end of the link in the mail.'),
    ),
  answer: paragraphs(20_000, 'The answer.'),
});

export const contributionAnswer = z
  .strictObject({
    answeredOn: z.iso.date().check(z.describe('The day on which it was answered.')),
  })
  .check(z.describe('The answer is kept.'));
