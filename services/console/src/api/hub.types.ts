import type { components, paths } from './hub.generated.ts';

/** The hub's resources under the names the console gives them; all of them come from its OpenAPI document. */
type Schemas = components['schemas'];
/** What a GET answers. */
export type Answer<P extends keyof paths> = paths[P] extends {
  get: {
    responses: { 200: { content: { 'application/json': infer Body } } };
  };
}
  ? Body
  : never;
/** What one page of a list has. */
export type ItemOf<P extends keyof paths> = Answer<P> extends { items: (infer Item)[] } ? Item : never;
/** What a POST answers that keeps nothing. */
export type Answered<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
/** What a POST sends. */
export type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer Sent } } };
}
  ? Sent
  : never;

export type Problem = Schemas['ProblemDetails'];
export type Finding = Schemas['Finding'];

export type Session = Schemas['Session'];
export type Person = Schemas['Person'];
/** What a person is trusted with. */
export type Role = Person['roles'][number];
/** Something that was found, and where it stands. */
export type Found = Schemas['Found'];
export type Credentials = Schemas['SignIn'];

export type Summary = Schemas['PublicationSummary'];
export type Publication = Schemas['Publication'];
export type PublicationState = Publication['state'];
export type EditionView = Publication['editions'][number];
export type EditionContent = EditionView['content'];
export type Matter = EditionView['matter'];
export type Review = EditionView['reviews'][number];
export type Remark = EditionView['comments'][number];
export type Source = Schemas['PreviewRequest'];
export type SourceReading = Schemas['SourceReading'];
export type Media = EditionContent['media'][number];
export type Rendered = Schemas['ShownRendition'];
export type TitleProposal = Schemas['TitleProposal'];
export type Essential = NonNullable<EditionContent['essentials']>[number];
export type Channel = Schemas['Channel'];

export type Row = Schemas['LedgerRow'];
export type MatrixRow = Schemas['MatrixRow'];
export type MatrixCell = Schemas['MatrixCell'];
export type MatrixTotals = Schemas['MatrixTotals'];
export type DeadLetter = Schemas['DeadLetter'];

/** What a person may do next with something, as the hub says. */
export type Step = Schemas['Step'];
export type Question = Schemas['Question'];
