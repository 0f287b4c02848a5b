/** Comments on what `0004_judge_batches` creates, as in `0001_comments`. */
export const comments: ReadonlyArray<readonly [object: string, text: string]> = [
  [
    "type batch_status",
    "planned: written down here only; uploaded: its file is at the endpoint; submitted: under way there; completed, expired, cancelled, failed: how it ended there, whether its answers were collected or not"
  ],
  ["type batch_request_state", "open: to be answered; collected: its reply was kept; returned: the batch ended without one, so it may be asked again"],
  ...relation("judge_batches", "Requests to the language model that were submitted together", {
    id: "Key",
    name: "Our name for it, which the endpoint is told too: how it is found again after an interruption",
    endpoint: "Base URL of the endpoint that has it",
    model: "Model that is asked",
    status: "Where it is",
    requests: "Requests in it",
    file_id: "What the endpoint calls the file of requests",
    batch_id: "What the endpoint calls the batch",
    output_file_id: "What the endpoint calls the file of answers",
    error_file_id: "What the endpoint calls the file of requests it did not answer",
    problem: "What went wrong, in the words of the endpoint",
    planned_at: "When it was written down",
    submitted_at: "When the endpoint took it",
    ended_at: "When its end was noticed here",
    collected_at: "When the last of its answers was kept, and what was not answered returned",
    tidied_at: "When its files were deleted at the endpoint"
  }),
  ...relation("judge_batch_requests", "The requests of batches, one by one", {
    batch_id: "Batch it belongs to",
    line: "Line in the file of requests, from 1",
    custom_id: "Name of the request; no two open ones share it",
    state: "What became of it",
    request: "What is asked, names, numbers and addresses replaced; what its endpoint is known not to take is left out when it is sent; null once it is not open any more",
    detail: "Returned: why"
  })
]

function relation(name: string, text: string, columns: Readonly<Record<string, string>>) {
  return [
    [`table ${name}`, text] as const,
    ...Object.entries(columns).map(([column, comment]) => [`column ${name}.${column}`, comment] as const)
  ]
}
