<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>Lesekomfort</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>Normale Schrift</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Große Schrift</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>Sehr große Schrift</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>In Reichweite</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Zum Mitnehmen</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Weiter vorlesen</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Vorlesen anhalten</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Vorlesen beenden</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Lesekomfort</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>Präsentation fortsetzen</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Letters: %1</source>
        <translation>Buchstaben: %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>Folie %L1 von %L2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>PartControls</name>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Enlarge picture</source>
        <translation>Bild vergrößern</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Bestätigen</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>Folie %L1 von %L2</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Code for phones: %1</source>
        <translation>Code fürs Handy: %1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>Wonach suchen Sie?</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>Meinten Sie:</translation>
    </message>
    <message>
        <source>Try another word, or a shorter one.</source>
        <translation>Versuchen Sie es mit einem anderen oder einem kürzeren Wort.</translation>
    </message>
    <message>
        <source>A word, a name or a number will do, with or without accents.</source>
        <translation>Ein Wort, ein Name oder eine Zahl genügt, mit oder ohne Akzente.</translation>
    </message>
    <message>
        <source>Pages found: %L1</source>
        <translation>Gefundene Seiten: %L1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>Vorherige Abschnitte</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>Nächste Abschnitte</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>Too many wrong PINs. Try again in %L1 s.</source>
        <translation>Zu viele falsche PINs. Neuer Versuch in %L1&#xa0;s.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>PIN für das Personal</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Bildschirm reinigen</translation>
    </message>
    <message>
        <source>Turn the screen off</source>
        <translation>Bildschirm ausschalten</translation>
    </message>
    <message>
        <source>Read the content again</source>
        <translation>Inhalt neu lesen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Tap again to quit</source>
        <translation>Zum Beenden noch einmal tippen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Contact card</source>
        <translation>Visitenkarte</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>Kalendereintrag</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Ort auf der Karte</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Text of this page</source>
        <translation>Text dieser Seite</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Zum Mitnehmen</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Mit dem Handy scannen</translation>
    </message>
    <message>
        <source>The code itself holds it: no network is needed.</source>
        <translation>Alles steckt im Code, ganz ohne Netz.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %L1, %2</source>
        <translation>Folie %L1, %2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>Zum Entdecken berühren</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>Der Bildschirm wird gereinigt</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>Berühren Sie den Bildschirm, um auf dieser Seite zu bleiben. Zurück zum Anfang in {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Mit dem Handy scannen</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>Im Gebäude</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>Anfahrt</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Quelle:</translation>
    </message>
    <message>
        <source>No slide can be shown</source>
        <translation>Keine Seite kann gezeigt werden</translation>
    </message>
    <message>
        <source>What comes with the program, after it failed with the content</source>
        <translation>Was dem Programm beiliegt, nach Fehlschlägen mit dem Inhalt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>Auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Content file</source>
        <translation>Inhaltsdatei</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Letzte Meldungen</translation>
    </message>
    <message>
        <source>The last good content: the file is not fit to be shown</source>
        <translation>Der letzte gute Inhalt: die Datei ist nicht vorzeigbar</translation>
    </message>
    <message>
        <source>Revision {revision}</source>
        <translation>Revision {revision}</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>The clock of the machine is wrong</source>
        <translation>Die Uhr des Geräts geht falsch</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>Die Festplatte ist fast voll</translation>
    </message>
    <message>
        <source>Nothing can be written to the disk</source>
        <translation>Auf die Festplatte kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>Version {version}, running since {time}</source>
        <translation>Version {version}, läuft seit {time}</translation>
    </message>
    <message>
        <source>What is right in the content file, which has errors</source>
        <translation>Was in der fehlerhaften Inhaltsdatei stimmt</translation>
    </message>
    <message>
        <source>As the content file says</source>
        <translation>Wie es in der Inhaltsdatei steht</translation>
    </message>
    <message>
        <source>Slowest frame of the last hour: {number} ms</source>
        <translation>Langsamstes Bild der letzten Stunde: {number} ms</translation>
    </message>
    <message>
        <source>Displays: {names}</source>
        <translation>Bildschirme: {names}</translation>
    </message>
    <message>
        <source>Touch screens: {number}</source>
        <translation>Touchscreens: {number}</translation>
    </message>
    <message>
        <source>Memory: {size}</source>
        <translation>Speicher: {size}</translation>
    </message>
    <message>
        <source>And {number} more</source>
        <translation>Und {number} weitere</translation>
    </message>
    <message>
        <source>Unexpected ends of late: {number}</source>
        <translation>Unerwartete Abbrüche in letzter Zeit: {number}</translation>
    </message>
    <message>
        <source>Messages that were lost: {number}</source>
        <translation>Verlorene Meldungen: {number}</translation>
    </message>
    <message>
        <source>Free on the disk: {size}</source>
        <translation>Frei auf der Festplatte: {size}</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
</context>
</TS>
