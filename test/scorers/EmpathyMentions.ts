/** What an agent may answer an angry customer in words of empathy that are none: denied, asked for, quoted, mocked, or about something else. */
export const emptyWords: ReadonlyArray<string> = `
我不理解
我不理解您的心情
我不太理解您为什么生气
很难理解您的感受
没法体会您的心情
谁能理解您的心情
您能理解我们吗
您能理解我吗
请您理解
请理解一下我们的工作
也请您体谅我们的难处
希望您能理解
感谢您的理解
谢谢您的理解与支持
我理解错了
我理解的是另一个意思
不用担心这个不归我管
不用担心，这不是我们部门的事
别着急也没用
您着急也没用
生气有什么用
生气也不能解决问题
至于这么生气吗
有什么好生气的
您是很生气吗
请放心购买
您放心使用就好
让您不再失望是我们的口号
没什么好道歉的
我为什么要道歉
凭什么跟您说对不起
道歉有什么用
您要我说对不起吗
我等着您向我道歉
我接受您的道歉
这不是我们的错
怎么会是我们的问题
这是公司规定的问题
不好意思，请问单号是多少
不好意思，没听清，您再说一遍
对不起，请问您贵姓
抱歉，麻烦您报一下电话
我不能帮您处理
我没办法帮您处理
没有人会给您回电话
谁现在给您查啊
怎么给您处理啊
我們不會幫您處理
請您體諒一下
我不懂您的心情
不用著急，這個不歸我管
沒什麼好抱歉的
I don't understand
I don't understand why you are upset
I can't understand your frustration
I'm not sorry
It's not our fault
That is not our mistake
There is nothing to apologise for
No need to apologise to me
Why should I apologise?
You'll be sorry
Sorry, what was that?
Sorry, can you repeat your name?
I hope you can understand our policy
Can you understand that we are busy?
You have to understand the rules
Thank you for your understanding
I see that it was delivered
I understand that you ordered a lamp
I understand, but rules are rules
We will not fix it today
I can't call you back today
The driver will not come today
How can I help you today?
What do you want me to do?
`
  .trim()
  .split("\n")
