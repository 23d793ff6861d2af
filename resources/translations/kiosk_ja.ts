<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>表示設定</translation>
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
        <source>Search</source>
        <translation>検索</translation>
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
        <source>Take it with you</source>
        <translation>持ち帰る</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>読み上げを再開</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>読み上げを一時停止</translation>
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
    <name>Keyboard</name>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>Letters: %1</source>
        <translation>文字配列：%1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>すべて消去</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>1文字消去</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>スライド %L1 / %L2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>PartControls</name>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>パート %1 / %2</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Enlarge picture</source>
        <translation>画像を拡大</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>1文字消去</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>確定</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>スライド %L1 / %L2</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Code for phones: %1</source>
        <translation>スマートフォン用コード：%1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>何をお探しですか？</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>もしかして：</translation>
    </message>
    <message>
        <source>Try another word, or a shorter one.</source>
        <translation>別の言葉か、もっと短い言葉でお試しください。</translation>
    </message>
    <message>
        <source>A word, a name or a number will do, with or without accents.</source>
        <translation>言葉、名前、数字のどれでも探せます。アクセント記号はなくてもかまいません。</translation>
    </message>
    <message>
        <source>Pages found: %L1</source>
        <translation>見つかったページ：%L1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>続き</translation>
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
    <name>StaffPad</name>
    <message>
        <source>Too many wrong PINs. Try again in %L1 s.</source>
        <translation>PINの誤りが続きました。%L1秒後にやり直せます。</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>PINが違います。</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>スタッフ用PIN</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Staff</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>続き</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>画面を清掃する</translation>
    </message>
    <message>
        <source>Turn the screen off</source>
        <translation>画面を消す</translation>
    </message>
    <message>
        <source>Read the content again</source>
        <translation>コンテンツを読み直す</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Tap again to quit</source>
        <translation>もう一度触れると終了</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Contact card</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>カレンダーの予定</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>地図上の場所</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>ウェブアドレス</translation>
    </message>
    <message>
        <source>Text of this page</source>
        <translation>このページの文章</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>持ち帰る</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>スマートフォンで読み取ってください</translation>
    </message>
    <message>
        <source>The code itself holds it: no network is needed.</source>
        <translation>内容はコードの中に入っているので、通信は不要です。</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %L1, %2</source>
        <translation>スライド %L1、%2</translation>
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
        <translation>タッチすると、このページを続けてご覧になれます。
あと{seconds}秒で最初に戻ります。</translation>
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
    <message>
        <source>No slide can be shown</source>
        <translation>表示できるページがありません</translation>
    </message>
    <message>
        <source>What comes with the program, after it failed with the content</source>
        <translation>コンテンツの表示に失敗したため、プログラム付属のもの</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>画面の表示</translation>
    </message>
    <message>
        <source>Content file</source>
        <translation>コンテンツのファイル</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>この機器</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>最近のメッセージ</translation>
    </message>
    <message>
        <source>The last good content: the file is not fit to be shown</source>
        <translation>最後の正常なコンテンツ（現在のファイルは表示できません）</translation>
    </message>
    <message>
        <source>Revision {revision}</source>
        <translation>リビジョン {revision}</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>すべて正常です</translation>
    </message>
    <message>
        <source>The clock of the machine is wrong</source>
        <translation>この機器の時計が正しくありません</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>ディスクの空きがほとんどありません</translation>
    </message>
    <message>
        <source>Nothing can be written to the disk</source>
        <translation>ディスクに書き込めません</translation>
    </message>
    <message>
        <source>Version {version}, running since {time}</source>
        <translation>バージョン {version}、{time} から動作中</translation>
    </message>
    <message>
        <source>What is right in the content file, which has errors</source>
        <translation>誤りのあるファイルのうち正しい部分</translation>
    </message>
    <message>
        <source>As the content file says</source>
        <translation>コンテンツのファイルのとおり</translation>
    </message>
    <message>
        <source>Slowest frame of the last hour: {number} ms</source>
        <translation>直近1時間で最も遅い描画：{number} ms</translation>
    </message>
    <message>
        <source>Displays: {names}</source>
        <translation>ディスプレイ：{names}</translation>
    </message>
    <message>
        <source>Touch screens: {number}</source>
        <translation>タッチスクリーン：{number}</translation>
    </message>
    <message>
        <source>Memory: {size}</source>
        <translation>メモリ：{size}</translation>
    </message>
    <message>
        <source>And {number} more</source>
        <translation>ほか {number} 件</translation>
    </message>
    <message>
        <source>Unexpected ends of late: {number}</source>
        <translation>最近の異常終了：{number}</translation>
    </message>
    <message>
        <source>Messages that were lost: {number}</source>
        <translation>失われたメッセージ：{number}</translation>
    </message>
    <message>
        <source>Free on the disk: {size}</source>
        <translation>ディスクの空き：{size}</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>問題なし</translation>
    </message>
</context>
</TS>
