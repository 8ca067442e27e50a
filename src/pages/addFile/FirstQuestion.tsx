/** Asked before a file can be chosen, each time the page is opened. */
export function FirstQuestion({ onAnswer }: { onAnswer: (mayGoOn: boolean) => void }) {
  return (
    <>
      <p>You do not have to send anything. Keep it safe, and we will ask if we need it.</p>
      <fieldset>
        <legend>Does any of it show a child, somebody undressed, or anything sexual or unlawful?</legend>
        <div class="answers">
          <button type="button" onClick={() => onAnswer(false)}>
            Yes, or I am not sure
          </button>
          <button type="button" onClick={() => onAnswer(true)}>
            No
          </button>
        </div>
      </fieldset>
    </>
  );
}

/** For material that nobody may pass on. */
export function NeverSend() {
  return (
    <div role="alert">
      <p>
        <strong>Please do not send it.</strong> Do not copy, screenshot or forward it, also when you mean
        well.
      </p>
      <p>
        Write down where it is: the app, the page or the chat, the name of the account, the day and the time.
        Then tell the police (999 if somebody is in danger) or safeguarding. Their numbers are on the receipt
        of your report, in your chat with the bot.
      </p>
      <p>Your report is with the complaints team as it is. You can close this window.</p>
    </div>
  );
}
