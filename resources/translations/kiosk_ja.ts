<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>表示設定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>標準の文字</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大きな文字</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>特大の文字</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>手の届く位置へ</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>読み上げを停止</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>表示設定</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>スライドショーを再開</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation>スライド %1 / %2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %1 of %2</source>
        <translation>スライド %1 / %2</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>前のセクション</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>次のセクション</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %1, %2</source>
        <translation>スライド %1、%2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>まだご覧になっていますか？</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>画面にタッチしてご覧ください</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>画面を清掃しています</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>画面にタッチすると、このページをそのままご覧いただけます。あと{seconds}秒で最初に戻ります。</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>スマートフォンで読み取ってください</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>館内のご案内</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>ご利用時間</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>出典：</translation>
    </message>
</context>
</TS>
