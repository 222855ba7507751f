/*
 * The one list of checks. Adding a check is a file beside this one and a line here; settings, docs and
 * manifest are compared with this list by tests.
 */
import { actionWithoutDate } from './actionWithoutDate';
import { actionWithoutLead } from './actionWithoutLead';
import type { Check } from './check';
import { citationAsLink } from './citationAsLink';
import { citationElsewhere } from './citationElsewhere';
import { duplicateCitation } from './duplicateCitation';
import { duplicateEvidence } from './duplicateEvidence';
import { duplicateFinding } from './duplicateFinding';
import { elementWithoutLead } from './elementWithoutLead';
import { escapedCitation } from './escapedCitation';
import { excludedCitation } from './excludedCitation';
import { exclusionWithoutReason } from './exclusionWithoutReason';
import { findingWithoutCitation } from './findingWithoutCitation';
import { findingWithoutEvidence } from './findingWithoutEvidence';
import { findingWithoutWords } from './findingWithoutWords';
import { intricateText } from './intricateText';
import { invalidDate } from './invalidDate';
import { formerNumber } from './formerNumber';
import { invalidSetting } from './invalidSetting';
import { malformedCitation } from './malformedCitation';
import { oneSidedStandard } from './oneSidedStandard';
import { outsideFolder } from './outsideFolder';
import { personalData } from './personalData';
import { printedNumber } from './printedNumber';
import { singleSource } from './singleSource';
import { surveyMismatch } from './surveyMismatch';
import { staleCitation } from './staleCitation';
import { uncoveredStandards } from './uncoveredStandards';
import { unknownEvidence } from './unknownEvidence';
import { unknownSetting } from './unknownSetting';
import { unknownStandard } from './unknownStandard';
import { unusedIgnore } from './unusedIgnore';
import { unusedEvidence } from './unusedEvidence';

/** All checks, in the order of the documentation. */
export const checks: readonly Check[] = [
  unknownStandard,
  printedNumber,
  formerNumber,
  staleCitation,
  malformedCitation,
  citationAsLink,
  escapedCitation,
  duplicateCitation,
  excludedCitation,
  citationElsewhere,
  findingWithoutCitation,
  findingWithoutWords,
  duplicateFinding,
  uncoveredStandards,
  oneSidedStandard,
  unknownEvidence,
  duplicateEvidence,
  unusedEvidence,
  findingWithoutEvidence,
  singleSource,
  actionWithoutLead,
  actionWithoutDate,
  invalidDate,
  surveyMismatch,
  personalData,
  intricateText,
  invalidSetting,
  unknownSetting,
  outsideFolder,
  exclusionWithoutReason,
  elementWithoutLead,
  unusedIgnore,
];
