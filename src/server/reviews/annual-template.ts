/** Where a review begins: all services of the registry, each with its own paragraph. Markdown with Liquid. */
export const annualTemplate = `# {{ title }}

{{ period }}，{{ org }}把服务送到妇女和家庭身边。本文各数取自服务台账，截至{{ as_of }}；每个数都有追溯码，能打开到所依据的记录。人数按不重复的人计，人次、场次按发生的次数计，二者不相加。

## 主要数字

下表列出各项服务的主要数字，与上年同期相比。

{{ 'family-story.sessions, family-story.attendances, volunteer-session.sessions, volunteer-session.served, volunteer.registered, award.families' | table }}

各地家风故事分享会的场次如下。

{{ 'family-story.sessions' | chart }}

{% for service in services %}
## {{ forloop.index | chinese_number }}、{{ service.label }}

{{ service.id | service }}

{% endfor %}
## 说明

涉及个人隐私的事项，只由自治区按整年公布，小数不列；未列的不等于没有。线上观看按各平台读数另计，不算参加人次。
`
