<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>Confort de lecture</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>Caractères normaux</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Gros caractères</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>Très gros caractères</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins d’animations</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>À portée de main</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Confort de lecture</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>Reprendre le diaporama</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Diapositive %1 sur %2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Vers le haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Vers le bas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Diapositive %1 sur %2</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>Sections précédentes</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>Sections suivantes</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %1, %2</source>
        <translation>Diapositive %1, %2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#x202f;?</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>Touchez l’écran pour explorer</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>Nettoyage de l’écran en cours</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>Touchez l’écran pour rester sur cette page. Retour au début dans {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Visez le code avec votre téléphone</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>Dans le bâtiment</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>Comment venir</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Source&#xa0;:</translation>
    </message>
</context>
</TS>
