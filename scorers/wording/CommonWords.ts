/** Pairs of characters that say nothing of a customer's own situation, in simplified script. */
const chinese =
  "什么怎么这个那个你们我们他们现在知道可以没有已经就是不是还是但是因为所以如果时候一下一个一直一点一样问题东西事情情况客服客户用户商品产品订单单号编号电话手机号码地址名字姓名先生女士小姐公司" +
  "平台网站页面商城帮忙处理解决联系查询查看查到麻烦谢谢感谢不好意思您好你好好的请问需要应该可能觉得感觉非常特别真的其他其它自己这边那边这里那里多少几个哪个今天昨天明天刚才刚刚之前之后以后以前"

/** Words that say nothing of a customer's own situation, by the stem that `stem` gives them. */
const english =
  "about again agent all also always any anyone anything are ask back because been before being both but call came can could customer did does doing done dont each else even ever every everything " +
  "for from get getting give going gone good got great had has have havent hello help her here him his how into its ive just keep kind know last let like look made make many may maybe mean mind more much must " +
  "need never new next not nothing now number off okay one only order other our out over own people please product put really right said same saw say see seem send sent service she should show since some someone " +
  "something sorry still such sure take tell than thank thanks that the their them then there these they thing think this those though thought through time today told too took trying try two under until use used " +
  "very want was way well went were what when where which while who why will with wont work would yes yet you your yours feel feeling life lot day year week month person anyway actually able around away bad best better " +
  "big end find first hope hard long little part point read start talk stuff sometime everyone nobody isnt didnt doesnt cant couldnt wouldnt arent wasnt youre theyre weve youve theres thats whats im id ill hes shes lets ok yeah "

const pairs = new Set<string>()
for (let i = 0; i + 1 < chinese.length; i++) pairs.add(chinese.slice(i, i + 2))
const words = new Set(english.trim().split(" "))

/** Characters of grammar: a pair with one of them is no detail. */
const particles = new Set("的了吗呢啊呀吧嘛哦喔哈么我你您他她它这那就都也还很太更不没是有在和跟与给把被让向从到去来说要会能得地着过个们之以为于而且或但又再才只啦哎嗯好请谁哪怎".split(""))

/** Whether two Chinese characters may be a detail of what somebody told. */
export const isDetailPair = (pair: string): boolean => !particles.has(pair[0]!) && !particles.has(pair[1]!) && !pairs.has(pair)

/** The detail an English word stands for, endings taken off; `null` for a word that is no detail. */
export const detailWord = (word: string): string | null => {
  if (word.length < 3 || words.has(word) || /^\d+$/.test(word)) return null
  const stem = word.length > 5 ? word.replace(/(ing|ed|es|s|ly)$/, "") : word.length > 3 ? word.replace(/s$/, "") : word
  return words.has(stem) ? null : stem
}
