/**
 * Family names of peoples that put them first (Chinese, Korean, Vietnamese), as keys spell them: news calls these people by
 * the first word of their names ("Xi" is Xi Jinping), everyone else by the last. The most frequent of each, no more: a rare
 * one is likelier somebody's given name.
 */
export const familyFirst: ReadonlySet<string> = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng ' +
    'han cao zeng peng xiao cai pan tian dong yuan yu jiang du su cheng lu ding wei ren yao zhong tan liao fan wen jin xi ' +
    'qin qian mao bo kim lee park choi jung jeong kang cho yoon yun jang lim shin moon ahn hwang kwon ryu hong jeon bae ban ' +
    'roh nguyen tran le pham hoang phan vu vo dang bui ngo duong to'
  ).split(' '),
);
