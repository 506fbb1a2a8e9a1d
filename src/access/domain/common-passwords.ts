/**
 * What is tried first: of the lists of common passwords those that are long enough, the habits of
 * offices, and the names of this kind of work. Lower case, separated by blanks.
 */
const WORDS = `
0123456789 1122334455 112233445566 1234554321 1314520520 1472583690 14725836900 1597534862
1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz2wsx 1qaz2wsx3edc 1qaz@wsx3edc 5201314520 7418529630
9876543210 a123456789 a1234567890 aa123456789 abc1234567 abc12345678 abc123456789
abc1234567890 abc5201314 abc@123456 abcd123456 abcd12345678 admin!@#123 admin123!@#
admin12345 admin123456 admin123456! admin1234567 admin12345678 admin123456789
admin1234567890 admin5201314 admin666666 admin888888 admin@1234 admin@12345 admin@123456
admin@2020 admin@2021 admin@2022 admin@2023 admin@2024 admin@2025 admin@2026 admin@admin
adminadmin administrator administrator!@# administrator!@#123 administrator123
administrator123! administrator123!@# administrator1234 administrator12345
administrator123456 administrator1234567 administrator12345678 administrator123456789
administrator1234567890 administrator1314 administrator2020 administrator2021
administrator2022 administrator2023 administrator2024 administrator2025 administrator2026
administrator520 administrator5201314 administrator666666 administrator888888
administrator@123 administrator@1234 administrator@12345 administrator@123456
administrator@2020 administrator@2021 administrator@2022 administrator@2023
administrator@2024 administrator@2025 administrator@2026 administratoradministrator
asdf1234qwer asdfghjkl123 beijing!@# beijing!@#123 beijing123 beijing123! beijing123!@#
beijing1234 beijing12345 beijing123456 beijing1234567 beijing12345678 beijing123456789
beijing1234567890 beijing1314 beijing2020 beijing2021 beijing2022 beijing2023 beijing2024
beijing2025 beijing2026 beijing520 beijing5201314 beijing666666 beijing888888 beijing@123
beijing@1234 beijing@12345 beijing@123456 beijing@2020 beijing@2021 beijing@2022
beijing@2023 beijing@2024 beijing@2025 beijing@2026 beijingbeijing changeme!@#
changeme!@#123 changeme123 changeme123! changeme123!@# changeme1234 changeme12345
changeme123456 changeme1234567 changeme12345678 changeme123456789 changeme1234567890
changeme1314 changeme2020 changeme2021 changeme2022 changeme2023 changeme2024 changeme2025
changeme2026 changeme520 changeme5201314 changeme666666 changeme888888 changeme@123
changeme@1234 changeme@12345 changeme@123456 changeme@2020 changeme@2021 changeme@2022
changeme@2023 changeme@2024 changeme@2025 changeme@2026 changemechangeme china!@#123
china123!@# china12345 china123456 china1234567 china12345678 china123456789 china1234567890
china5201314 china666666 china888888 china@1234 china@12345 china@123456 china@2020
china@2021 china@2022 china@2023 china@2024 china@2025 china@2026 chinachina cisco123456
correcthorsebatterystaple default!@# default!@#123 default123 default123! default123!@#
default1234 default12345 default123456 default1234567 default12345678 default123456789
default1234567890 default1314 default2020 default2021 default2022 default2023 default2024
default2025 default2026 default520 default5201314 default666666 default888888 default@123
default@1234 default@12345 default@123456 default@2020 default@2021 default@2022
default@2023 default@2024 default@2025 default@2026 defaultdefault gongkai!@# gongkai!@#123
gongkai123 gongkai123! gongkai123!@# gongkai1234 gongkai12345 gongkai123456 gongkai1234567
gongkai12345678 gongkai123456789 gongkai1234567890 gongkai1314 gongkai2020 gongkai2021
gongkai2022 gongkai2023 gongkai2024 gongkai2025 gongkai2026 gongkai520 gongkai5201314
gongkai666666 gongkai888888 gongkai@123 gongkai@1234 gongkai@12345 gongkai@123456
gongkai@2020 gongkai@2021 gongkai@2022 gongkai@2023 gongkai@2024 gongkai@2025 gongkai@2026
gongkaigongkai guanli!@#123 guanli123! guanli123!@# guanli1234 guanli12345 guanli123456
guanli1234567 guanli12345678 guanli123456789 guanli1234567890 guanli1314 guanli2020
guanli2021 guanli2022 guanli2023 guanli2024 guanli2025 guanli2026 guanli5201314 guanli666666
guanli888888 guanli@123 guanli@1234 guanli@12345 guanli@123456 guanli@2020 guanli@2021
guanli@2022 guanli@2023 guanli@2024 guanli@2025 guanli@2026 guanliguanli h3capadmin
huawei!@#123 huawei12#$ huawei123! huawei123!@# huawei1234 huawei12345 huawei123456
huawei1234567 huawei12345678 huawei123456789 huawei1234567890 huawei1314 huawei2020
huawei2021 huawei2022 huawei2023 huawei2024 huawei2025 huawei2026 huawei5201314 huawei666666
huawei888888 huawei@123 huawei@1234 huawei@12345 huawei@123456 huawei@2020 huawei@2021
huawei@2022 huawei@2023 huawei@2024 huawei@2025 huawei@2026 huaweihuawei iloveyou!@#
iloveyou!@#123 iloveyou123 iloveyou123! iloveyou123!@# iloveyou1234 iloveyou12345
iloveyou123456 iloveyou1234567 iloveyou12345678 iloveyou123456789 iloveyou1234567890
iloveyou1314 iloveyou2020 iloveyou2021 iloveyou2022 iloveyou2023 iloveyou2024 iloveyou2025
iloveyou2026 iloveyou520 iloveyou5201314 iloveyou666666 iloveyou888888 iloveyou@123
iloveyou@1234 iloveyou@12345 iloveyou@123456 iloveyou@2020 iloveyou@2021 iloveyou@2022
iloveyou@2023 iloveyou@2024 iloveyou@2025 iloveyou@2026 iloveyouiloveyou lenovo!@#123
lenovo123! lenovo123!@# lenovo1234 lenovo12345 lenovo123456 lenovo1234567 lenovo12345678
lenovo123456789 lenovo1234567890 lenovo1314 lenovo2020 lenovo2021 lenovo2022 lenovo2023
lenovo2024 lenovo2025 lenovo2026 lenovo5201314 lenovo666666 lenovo888888 lenovo@123
lenovo@1234 lenovo@12345 lenovo@123456 lenovo@2020 lenovo@2021 lenovo@2022 lenovo@2023
lenovo@2024 lenovo@2025 lenovo@2026 lenovolenovo letmein!@# letmein!@#123 letmein123
letmein123! letmein123!@# letmein1234 letmein12345 letmein123456 letmein1234567
letmein12345678 letmein123456789 letmein1234567890 letmein1314 letmein2020 letmein2021
letmein2022 letmein2023 letmein2024 letmein2025 letmein2026 letmein520 letmein5201314
letmein666666 letmein888888 letmein@123 letmein@1234 letmein@12345 letmein@123456
letmein@2020 letmein@2021 letmein@2022 letmein@2023 letmein@2024 letmein@2025 letmein@2026
letmeinletmein li12345678 mima!@#123 mima123!@# mima123456 mima1234567 mima12345678
mima123456789 mima1234567890 mima5201314 mima666666 mima888888 mima@12345 mima@123456
p@ssw0rd!@# p@ssw0rd!@#123 p@ssw0rd123 p@ssw0rd123! p@ssw0rd123!@# p@ssw0rd1234
p@ssw0rd12345 p@ssw0rd123456 p@ssw0rd1234567 p@ssw0rd12345678 p@ssw0rd123456789
p@ssw0rd1234567890 p@ssw0rd1314 p@ssw0rd2020 p@ssw0rd2021 p@ssw0rd2022 p@ssw0rd2023
p@ssw0rd2024 p@ssw0rd2025 p@ssw0rd2026 p@ssw0rd520 p@ssw0rd5201314 p@ssw0rd666666
p@ssw0rd888888 p@ssw0rd@123 p@ssw0rd@1234 p@ssw0rd@12345 p@ssw0rd@123456 p@ssw0rd@2020
p@ssw0rd@2021 p@ssw0rd@2022 p@ssw0rd@2023 p@ssw0rd@2024 p@ssw0rd@2025 p@ssw0rd@2026
p@ssw0rdp@ssw0rd p@ssword!@# p@ssword!@#123 p@ssword123 p@ssword123! p@ssword123!@#
p@ssword1234 p@ssword12345 p@ssword123456 p@ssword1234567 p@ssword12345678 p@ssword123456789
p@ssword1234567890 p@ssword1314 p@ssword2020 p@ssword2021 p@ssword2022 p@ssword2023
p@ssword2024 p@ssword2025 p@ssword2026 p@ssword520 p@ssword5201314 p@ssword666666
p@ssword888888 p@ssword@123 p@ssword@1234 p@ssword@12345 p@ssword@123456 p@ssword@2020
p@ssword@2021 p@ssword@2022 p@ssword@2023 p@ssword@2024 p@ssword@2025 p@ssword@2026
p@sswordp@ssword passw0rd!@# passw0rd!@#123 passw0rd123 passw0rd123! passw0rd123!@#
passw0rd1234 passw0rd12345 passw0rd123456 passw0rd1234567 passw0rd12345678 passw0rd123456789
passw0rd1234567890 passw0rd1314 passw0rd2020 passw0rd2021 passw0rd2022 passw0rd2023
passw0rd2024 passw0rd2025 passw0rd2026 passw0rd520 passw0rd5201314 passw0rd666666
passw0rd888888 passw0rd@123 passw0rd@1234 passw0rd@12345 passw0rd@123456 passw0rd@2020
passw0rd@2021 passw0rd@2022 passw0rd@2023 passw0rd@2024 passw0rd@2025 passw0rd@2026
passw0rdpassw0rd password!! password!@# password!@#123 password1! password123 password123!
password123!@# password1234 password12345 password123456 password1234567 password12345678
password123456789 password1234567890 password1314 password2020 password2021 password2022
password2023 password2024 password2025 password2026 password520 password5201314
password666666 password888888 password@123 password@1234 password@12345 password@123456
password@2020 password@2021 password@2022 password@2023 password@2024 password@2025
password@2026 passwordpassword q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv qq123456789 qq1234567890
qwer1234asdf qwerty!@#123 qwerty123! qwerty123!@# qwerty1234 qwerty12345 qwerty123456
qwerty1234567 qwerty12345678 qwerty123456789 qwerty1234567890 qwerty1314 qwerty2020
qwerty2021 qwerty2022 qwerty2023 qwerty2024 qwerty2025 qwerty2026 qwerty5201314 qwerty666666
qwerty888888 qwerty@123 qwerty@1234 qwerty@12345 qwerty@123456 qwerty@2020 qwerty@2021
qwerty@2022 qwerty@2023 qwerty@2024 qwerty@2025 qwerty@2026 qwertyqwerty qwertyuiop123
renminzhengfu root!@#123 root123!@# root123456 root1234567 root12345678 root123456789
root1234567890 root5201314 root666666 root888888 root@12345 root@123456 sangfor123
shanghai!@# shanghai!@#123 shanghai123 shanghai123! shanghai123!@# shanghai1234
shanghai12345 shanghai123456 shanghai1234567 shanghai12345678 shanghai123456789
shanghai1234567890 shanghai1314 shanghai2020 shanghai2021 shanghai2022 shanghai2023
shanghai2024 shanghai2025 shanghai2026 shanghai520 shanghai5201314 shanghai666666
shanghai888888 shanghai@123 shanghai@1234 shanghai@12345 shanghai@123456 shanghai@2020
shanghai@2021 shanghai@2022 shanghai@2023 shanghai@2024 shanghai@2025 shanghai@2026
shanghaishanghai superadmin test!@#123 test123!@# test123456 test1234567 test12345678
test123456789 test1234567890 test5201314 test666666 test888888 test@12345 test@123456
thequickbrownfox user!@#123 user123!@# user123456 user1234567 user12345678 user123456789
user1234567890 user5201314 user666666 user888888 user@12345 user@123456 wang123456
weirenminfuwu welcome!@# welcome!@#123 welcome123 welcome123! welcome123!@# welcome1234
welcome12345 welcome123456 welcome1234567 welcome12345678 welcome123456789 welcome1234567890
welcome1314 welcome2020 welcome2021 welcome2022 welcome2023 welcome2024 welcome2025
welcome2026 welcome520 welcome5201314 welcome666666 welcome888888 welcome@123 welcome@1234
welcome@12345 welcome@123456 welcome@2020 welcome@2021 welcome@2022 welcome@2023
welcome@2024 welcome@2025 welcome@2026 welcomewelcome woaini!@#123 woaini123! woaini123!@#
woaini1234 woaini12345 woaini123456 woaini1234567 woaini12345678 woaini123456789
woaini1234567890 woaini1314 woaini1314520 woaini2020 woaini2021 woaini2022 woaini2023
woaini2024 woaini2025 woaini2026 woaini5201314 woaini666666 woaini888888 woaini@123
woaini@1234 woaini@12345 woaini@123456 woaini@2020 woaini@2021 woaini@2022 woaini@2023
woaini@2024 woaini@2025 woaini@2026 woainiwoaini xinxi!@#123 xinxi123!@# xinxi12345
xinxi123456 xinxi1234567 xinxi12345678 xinxi123456789 xinxi1234567890 xinxi5201314
xinxi666666 xinxi888888 xinxi@1234 xinxi@12345 xinxi@123456 xinxi@2020 xinxi@2021 xinxi@2022
xinxi@2023 xinxi@2024 xinxi@2025 xinxi@2026 xinxigongkai xinxixinxi zaq12wsxcde3 zhang123456
zhengfu!@# zhengfu!@#123 zhengfu123 zhengfu123! zhengfu123!@# zhengfu1234 zhengfu12345
zhengfu123456 zhengfu1234567 zhengfu12345678 zhengfu123456789 zhengfu1234567890 zhengfu1314
zhengfu2020 zhengfu2021 zhengfu2022 zhengfu2023 zhengfu2024 zhengfu2025 zhengfu2026
zhengfu520 zhengfu5201314 zhengfu666666 zhengfu888888 zhengfu@123 zhengfu@1234 zhengfu@12345
zhengfu@123456 zhengfu@2020 zhengfu@2021 zhengfu@2022 zhengfu@2023 zhengfu@2024 zhengfu@2025
zhengfu@2026 zhengfuxinxi zhengfuxinxigongkai zhengfuzhengfu zhengwugongkai zhongguo!@#
zhongguo!@#123 zhongguo123 zhongguo123! zhongguo123!@# zhongguo1234 zhongguo12345
zhongguo123456 zhongguo1234567 zhongguo12345678 zhongguo123456789 zhongguo1234567890
zhongguo1314 zhongguo2020 zhongguo2021 zhongguo2022 zhongguo2023 zhongguo2024 zhongguo2025
zhongguo2026 zhongguo520 zhongguo5201314 zhongguo666666 zhongguo888888 zhongguo@123
zhongguo@1234 zhongguo@12345 zhongguo@123456 zhongguo@2020 zhongguo@2021 zhongguo@2022
zhongguo@2023 zhongguo@2024 zhongguo@2025 zhongguo@2026 zhongguozhongguo zhonghuarenmin
zhonghuarenmingongheguo zxcvbnm123 zxcvbnm1234
`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
