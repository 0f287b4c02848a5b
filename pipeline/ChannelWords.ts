import type { Channel } from "../schemas/Transcript.ts"

const voice = /voice|call|phone|tel|hotline|电话|電話|语音|語音|通话|通話|热线|熱線|呼入|呼出/i
const chat = /chat|\bim\b|text|messag|online|web|app|sms|mail|ticket|在线|在線|線上|聊天|文字|文本|微信|短信|网页|工单/i

/** The channel a word for it means; `null` if it tells nothing. */
export const channelOf = (word: string): Channel | null => (chat.test(word) ? "chat" : voice.test(word) ? "voice" : null)
