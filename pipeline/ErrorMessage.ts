import { Cause, ConfigError } from "effect"

/** What is meant for people of an error: the message of one we foresaw, all of one we did not. */
export const errorMessage = (cause: Cause.Cause<unknown>): string => {
  const failure = Cause.failureOption(cause)
  if (failure._tag === "None") return `This is a fault of the program:\n${Cause.pretty(cause)}`
  if (ConfigError.isConfigError(failure.value)) return settingsMessage(failure.value)
  return failure.value instanceof Error ? failure.value.message : String(failure.value)
}

/** The settings that cannot be used, each with why. */
const settingsMessage = (error: ConfigError.ConfigError): string =>
  ConfigError.reduceWithContext(error, undefined, {
    andCase: (_, left, right) => `${left}\n${right}`,
    orCase: (_, left, right) => `${left}\n${right}`,
    invalidDataCase: (_, path, message) => `The setting ${path.join(".")}: ${message}.`,
    missingDataCase: (_, path) => `The setting ${path.join(".")} is missing.`,
    sourceUnavailableCase: (_, path, message) => `The setting ${path.join(".")} cannot be read: ${message}.`,
    unsupportedCase: (_, path, message) => `The setting ${path.join(".")} cannot be read: ${message}.`
  })
