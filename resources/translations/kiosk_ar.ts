<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>راحة القراءة</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>نص كبير</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>نص كبير جدًا</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>في متناول اليد</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>خذها معك</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>متابعة القراءة</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>إيقاف القراءة مؤقتًا</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>إيقاف القراءة</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>القراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>راحة القراءة</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>متابعة العرض</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Letters: %1</source>
        <translation>الحروف: %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>الشريحة %L1 من %L2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>إلى الأسفل</translation>
    </message>
</context>
<context>
    <name>PartControls</name>
    <message>
        <source>Up</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>الجزء %1 من %2</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>إلى الأسفل</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Enlarge picture</source>
        <translation>تكبير الصورة</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>تأكيد</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>الشريحة %L1 من %L2</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Code for phones: %1</source>
        <translation>رمز للهاتف: %1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>لا توجد نتائج</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>عمَّ تبحث؟</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>هل تقصد:</translation>
    </message>
    <message>
        <source>Try another word, or a shorter one.</source>
        <translation>جرّب كلمة أخرى أو كلمة أقصر.</translation>
    </message>
    <message>
        <source>A word, a name or a number will do, with or without accents.</source>
        <translation>تكفي كلمة أو اسم أو رقم، مع التشكيل أو من دونه.</translation>
    </message>
    <message>
        <source>Pages found: %L1</source>
        <translation>الصفحات التي عُثر عليها: %L1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>الأقسام السابقة</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>الأقسام التالية</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>Too many wrong PINs. Try again in %L1 s.</source>
        <translation>محاولات خاطئة كثيرة. أعد المحاولة بعد %L1 ث.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>الرمز غير صحيح.</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>رمز الموظفين</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>تنظيف الشاشة</translation>
    </message>
    <message>
        <source>Turn the screen off</source>
        <translation>إطفاء الشاشة</translation>
    </message>
    <message>
        <source>Read the content again</source>
        <translation>إعادة قراءة المحتوى</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Tap again to quit</source>
        <translation>المس مرة أخرى للإنهاء</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Contact card</source>
        <translation>بطاقة الاتصال</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>موعد في التقويم</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>الموقع على الخريطة</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>عنوان الموقع</translation>
    </message>
    <message>
        <source>Text of this page</source>
        <translation>نص هذه الصفحة</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>خذها معك</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>امسح الرمز بهاتفك</translation>
    </message>
    <message>
        <source>The code itself holds it: no network is needed.</source>
        <translation>كل شيء في الرمز نفسه، ولا حاجة إلى الإنترنت.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %L1, %2</source>
        <translation>الشريحة %L1، %2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>المس الشاشة للاستكشاف</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>يجري تنظيف الشاشة</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>المس الشاشة للبقاء في هذه الصفحة. العودة إلى البداية خلال {seconds}&#xa0;ث.</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>امسح الرمز بهاتفك</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>في المبنى</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>ساعات العمل</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>كيفية الوصول</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>المصدر:</translation>
    </message>
    <message>
        <source>No slide can be shown</source>
        <translation>لا يمكن عرض أي صفحة</translation>
    </message>
    <message>
        <source>What comes with the program, after it failed with the content</source>
        <translation>ما يأتي مع البرنامج، بعد إخفاقه مع المحتوى</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>على الشاشة</translation>
    </message>
    <message>
        <source>Content file</source>
        <translation>ملف المحتوى</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>آخر الرسائل</translation>
    </message>
    <message>
        <source>The last good content: the file is not fit to be shown</source>
        <translation>آخر محتوى سليم: الملف غير صالح للعرض</translation>
    </message>
    <message>
        <source>Revision {revision}</source>
        <translation>المراجعة {revision}</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>كل شيء على ما يرام</translation>
    </message>
    <message>
        <source>The clock of the machine is wrong</source>
        <translation>ساعة الجهاز غير صحيحة</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>القرص ممتلئ تقريبًا</translation>
    </message>
    <message>
        <source>Nothing can be written to the disk</source>
        <translation>لا يمكن كتابة أي شيء على القرص</translation>
    </message>
    <message>
        <source>Version {version}, running since {time}</source>
        <translation>الإصدار {version}، يعمل منذ {time}</translation>
    </message>
    <message>
        <source>What is right in the content file, which has errors</source>
        <translation>ما هو سليم في ملف المحتوى الذي فيه أخطاء</translation>
    </message>
    <message>
        <source>As the content file says</source>
        <translation>كما في ملف المحتوى</translation>
    </message>
    <message>
        <source>Slowest frame of the last hour: {number} ms</source>
        <translation>أبطأ إطار في الساعة الأخيرة: {number} ms</translation>
    </message>
    <message>
        <source>Displays: {names}</source>
        <translation>الشاشات: {names}</translation>
    </message>
    <message>
        <source>Touch screens: {number}</source>
        <translation>شاشات اللمس: {number}</translation>
    </message>
    <message>
        <source>Memory: {size}</source>
        <translation>الذاكرة: {size}</translation>
    </message>
    <message>
        <source>And {number} more</source>
        <translation>و{number} غيرها</translation>
    </message>
    <message>
        <source>Unexpected ends of late: {number}</source>
        <translation>حالات التوقف غير المتوقعة مؤخرًا: {number}</translation>
    </message>
    <message>
        <source>Messages that were lost: {number}</source>
        <translation>الرسائل المفقودة: {number}</translation>
    </message>
    <message>
        <source>Free on the disk: {size}</source>
        <translation>المساحة الحرة على القرص: {size}</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>لا مشكلات</translation>
    </message>
</context>
</TS>
