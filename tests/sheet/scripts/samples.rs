//! The same sheet in scripts that Daypack does not print yet, and the faces they take.
//!
//! A `|` in a text is no part of it: it stands where a line may break in a script that writes without
//! spaces. The words are only here to be set; nobody is advised by them.
use daypack::font::Set;
use daypack::sheet::{Block, Item, Said, Setting, Sheet, TITLE, Way};

use crate::support;

use std::fs;

/// A sheet in one language.
pub struct Sample {
    pub lang: &'static str,
    /// Files of Debian packages, below `/usr/share/fonts/truetype`.
    faces: &'static [&'static str],
    /// Title, lead, heading, item, minutes, why, device, two steps, two said, two blanks, a paragraph.
    texts: [&'static str; 16],
}

pub const ALL: [Sample; 6] = [
    Sample {
        lang: "ar",
        faces: &["noto/NotoSansArabic-Regular.ttf", "noto/NotoSansArabic-Bold.ttf"],
        texts: [
            "ليوم المظاهرة",
            "ضع علامة في كل مربع عندما تنتهي منه.",
            "ابدأ بهذه الأشياء",
            "أوقف فتح الهاتف بالإصبع والوجه، ولا تشغّله حتى تعود إلى منزلك سالمًا",
            "5 دقائق",
            "قد يُجبرك أحدهم على استخدام إصبعك أو وجهك. أما الرمز الذي في رأسك فلا.",
            "iPhone 15",
            "افتح «الإعدادات» ثم Face ID والرمز.",
            "أوقف «فتح iPhone» واختر رمزًا من 10 أرقام على الأقل.",
            "للتأكد:",
            "أقفل الشاشة (زر الجانب) ثم حاول فتحها بوجهك؛ يجب أن يطلب الرمز.",
            "انتبه:",
            "افعل ذلك في البيت قبل يوم واحد، لا في الطريق.",
            "المحامي أو المحامية",
            "شخص آمن يعرف أين أنا",
            "السلام عليكم. خذ معك الأشياء الضرورية فقط: الماء، والدواء، وبطاقة الهوية. لا تصوّر وجوه الآخرين بلا إذن، \
             ولا تنشر صورًا قبل أن تعود. اكتب رقم المحامي 0501234567 على ذراعك، لأن الهاتف قد يُؤخذ منك.",
        ],
    },
    Sample {
        lang: "fa",
        faces: &["noto/NotoSansArabic-Regular.ttf", "noto/NotoSansArabic-Bold.ttf"],
        texts: [
            "برای روز تجمع",
            "هر خانه را وقتی انجام شد علامت بزنید.",
            "اول این‌ها",
            "باز کردن گوشی با اثر انگشت و چهره را خاموش کنید تا به خانه برگردید",
            "۵ دقیقه",
            "می‌توانند شما را مجبور کنند از انگشت یا چهره‌تان استفاده کنید؛ رمزی که در ذهن شماست را نه.",
            "گوشی Google Pixel 9",
            "به «تنظیمات» بروید و بخش Security را باز کنید.",
            "اثر انگشت را پاک کنید و رمزی با ۱۰ رقم بگذارید.",
            "برای بررسی:",
            "صفحه را قفل کنید؛ گوشی باید رمز بخواهد.",
            "مراقب باشید:",
            "این کار را یک روز پیش در خانه انجام دهید.",
            "وکیل",
            "کسی که می‌داند کجا هستم",
            "گوشی‌تان را در خانه بگذارید اگر می‌توانید. کتاب‌ها و برگه‌های نام‌دار را با خود نبرید، چهرهٔ دیگران را بی‌اجازه \
             نگیرید و پیش از بازگشت چیزی منتشر نکنید. شمارهٔ وکیل (۰۹۱۲۳۴۵۶۷۸۹) را روی دست‌تان بنویسید.",
        ],
    },
    Sample {
        lang: "he",
        faces: &["noto/NotoSansHebrew-Regular.ttf", "noto/NotoSansHebrew-Bold.ttf"],
        texts: [
            "ליום ההפגנה",
            "סמנו כל תיבה כשסיימתם.",
            "קודם כול",
            "כבו את הפתיחה באצבע ובפנים, ואל תפעילו אותה עד שתחזרו הביתה בשלום",
            "5 דק׳",
            "אפשר לכפות עליכם להשתמש באצבע או בפנים. קוד שנמצא בראש – לא.",
            "iPhone 15 או 16",
            "פתחו את ״הגדרות״ ואז Face ID וקוד.",
            "כבו את ״פתיחת iPhone״ ובחרו קוד של 10 ספרות.",
            "לבדיקה:",
            "נעלו את המסך (בכפתור הצד); הוא צריך לבקש קוד.",
            "שימו לב:",
            "עשו זאת בבית, יום קודם.",
            "עו״ד",
            "מי שמותר לו לדעת איפה אני",
            "שָׁלוֹם לכולם. קחו רק מה שצריך: מים, תרופות ותעודת זהות. אל תצלמו פנים של אחרים בלי רשות, ואל תפרסמו דבר \
             לפני שחזרתם. כתבו את המספר 050-1234567 על הזרוע, כי הטלפון עלול להילקח.",
        ],
    },
    Sample {
        lang: "hi",
        faces: &[
            "noto/NotoSansDevanagari-Regular.ttf",
            "noto/NotoSansDevanagari-Bold.ttf",
        ],
        texts: [
            "प्रदर्शन के दिन के लिए",
            "काम पूरा होने पर हर डिब्बे में निशान लगाएँ।",
            "सबसे पहले ये करें",
            "उँगली और चेहरे से फ़ोन खोलना बन्द करें, और घर लौटने तक बन्द ही रखें",
            "5 मिनट",
            "आपकी उँगली या चेहरे का ज़बरदस्ती इस्तेमाल हो सकता है। जो कोड याद है, उसका नहीं।",
            "iPhone 15",
            "“सेटिंग्स” खोलें, फिर Face ID और पासकोड।",
            "“iPhone खोलना” बन्द करें और 10 अंकों का कोड चुनें।",
            "जाँच:",
            "स्क्रीन बन्द करें; उसे कोड माँगना चाहिए।",
            "ध्यान दें:",
            "यह काम एक दिन पहले घर पर करें।",
            "वकील",
            "जिसे पता हो कि मैं कहाँ हूँ",
            "क्षमा, ज्ञान, विद्यार्थी, स्त्री, श्रीमान, द्वार, ह्रदय, कर्म, र्क, ट्रक, किर्ति, शक्ति, मुक्त, संस्कृत। केवल ज़रूरी चीज़ें साथ \
             रखें: पानी, दवाइयाँ और पहचान-पत्र। बिना पूछे दूसरों के चेहरे की तस्वीर न लें। वकील का नम्बर 9876543210 बाँह पर लिखें।",
        ],
    },
    Sample {
        lang: "zh-Hans",
        faces: &["droid/DroidSansFallbackFull.ttf"],
        texts: [
            "游行当天",
            "完成一项，就在方框里打勾。",
            "先做这些",
            "关闭指纹和面部解锁，直到您平安回家为止都不要再打开它们",
            "5 分钟",
            "别人可以强迫您使用手指或面部，却拿不走您记在脑子里的密码。",
            "iPhone 15",
            "打开“设置”，进入“面容 ID 与密码”。",
            "关闭“iPhone 解锁”，换成 10 位数字的密码。",
            "检查：",
            "锁上屏幕（按侧边按钮），它应当要求输入密码。",
            "注意：",
            "请提前一天在家里完成。",
            "律师",
            "知道我在哪里的人",
            "只带必需的东西：水、药品和身份证。未经允许，不要拍摄别人的脸；回家以前，不要发布任何照片（包括视频）。把律师的电话 \
             010-12345678 写在手臂上，因为手机可能会被拿走。《出门以前》再看一遍这张纸！",
        ],
    },
    Sample {
        lang: "th",
        faces: &["noto/NotoSansThai-Regular.ttf", "noto/NotoSansThai-Bold.ttf"],
        texts: [
            "สำหรับ|วัน|ชุมนุม",
            "ทำ|เสร็จ|แล้ว|ให้|กา|ใน|ช่อง",
            "ทำ|สิ่ง|เหล่า|นี้|ก่อน",
            "ปิด|การ|ปลด|ล็อก|ด้วย|นิ้ว|และ|ใบ|หน้า |จน|กว่า|จะ|กลับ|ถึง|บ้าน",
            "5 นาที",
            "คน|อื่น|อาจ|บังคับ|ให้|คุณ|ใช้|นิ้ว|หรือ|ใบ|หน้า|ได้ |แต่|รหัส|ที่|อยู่|ใน|หัว|นั้น|เอา|ไป|ไม่|ได้",
            "iPhone 15",
            "เปิด|การ|ตั้ง|ค่า |แล้ว|เลือก Face ID และ|รหัส",
            "ปิด|การ|ปลด|ล็อก |iPhone แล้ว|ใช้|รหัส 10 หลัก",
            "ตรวจ:",
            "ปิด|หน้า|จอ |เครื่อง|ต้อง|ถาม|รหัส",
            "ระวัง:",
            "ทำ|ที่|บ้าน|ก่อน|หนึ่ง|วัน",
            "ทนาย|ความ",
            "คน|ที่|รู้|ว่า|ฉัน|อยู่|ที่|ไหน",
            "เอา|ของ|ที่|จำ|เป็น|ไป|เท่า|นั้น |น้ำ |ยา |และ|บัตร|ประ|ชา|ชน |อย่า|ถ่าย|รูป|หน้า|คน|อื่น|โดย|ไม่|ขอ |เขียน|เบอร์|โทร|ของ|ทนาย|ไว้|ที่|แขน |\
             เพราะ|โทร|ศัพท์|อาจ|ถูก|ยึด|ได้ |ผู้|ใหญ่|ที่|รู้|จัก|กัน|ควร|รู้|ว่า|คุณ|อยู่|ที่|ไหน|และ|จะ|กลับ|เมื่อ|ไหร่",
        ],
    },
];

impl Sample {
    /// The built-in faces and those of this script; nothing, and a word about it, where they are not installed.
    pub fn faces(&self, test: &str) -> Option<Set> {
        let mut others: Vec<&'static [u8]> = Vec::new();

        for name in self.faces {
            let Ok(bytes) = fs::read(format!("/usr/share/fonts/truetype/{name}")) else {
                support::skipped(test, &format!("the face `{name}` is not installed"));
                return None;
            };

            // A set is made of faces that stay, and a test ends soon.
            others.push(bytes.leak());
        }

        Set::with(&others)
    }

    /// The first of those faces, as it is on disk.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        fs::read(format!("/usr/share/fonts/truetype/{}", self.faces.first()?)).ok()
    }

    /// Its texts, from the shortest to the longest.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = self.texts.map(|text| text.replace('|', "")).to_vec();
        texts.sort_by_key(|text| text.chars().count());

        texts
    }

    /// The long paragraph, with its places to break.
    pub fn marked(&self) -> &'static str {
        self.texts[15]
    }

    /// A sheet with one of everything, or nearly.
    pub fn sheet(&self, setting: Setting) -> Sheet {
        let texts = self.texts.map(|text| text.replace('|', ""));
        let [
            title,
            lead,
            heading,
            item,
            aside,
            why,
            on,
            open,
            choose,
            check,
            checked,
            careful,
            care,
            lawyer,
            friend,
            long,
        ] = texts;
        let said = |label: &str, text: &str| Said {
            label: label.to_owned(),
            text: text.to_owned(),
            noted: String::new(),
        };
        let ways = [on, "Android 16".to_owned()].map(|on| Way {
            on,
            has_box: true,
            steps: vec![open.clone(), choose.clone()],
            also: vec![said(&check, &checked)],
            noted: lead.clone(),
        });

        Sheet {
            title: title.clone(),
            head: String::new(),
            lang: self.lang.to_owned(),
            setting,
            foot: "{page} / {pages}".to_owned(),
            tick: heading.clone(),
            goes_on: format!("{TITLE} …"),
            blocks: vec![
                Block::Title(title),
                Block::Lead(lead.clone()),
                Block::Heading(heading.clone()),
                Block::Item(Item {
                    title: item,
                    aside,
                    why,
                    ways: ways.to_vec(),
                    also: vec![said(&careful, &care)],
                    blanks: vec![friend.clone()],
                }),
                Block::Page { columns: 2 },
                Block::Heading(heading),
                Block::Subheading(careful),
                Block::Paragraph(long.clone()),
                Block::Points(vec![care, lead]),
                Block::Said(said(&check, &checked)),
                Block::Blanks(vec![lawyer, friend]),
                Block::Small(long),
            ],
        }
    }
}
